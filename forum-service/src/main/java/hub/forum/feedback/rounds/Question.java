package hub.forum.feedback.rounds;

import hub.platform.text.Slug;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A question of a round. None must be answered.
 *
 * @param id within its round
 * @param text to {@link #LONGEST} characters
 * @param options of a choice or several, 2 to {@link #MOST_OPTIONS}; empty for the others
 * @param aim that it measures; null for none, and for all but scales
 */
public record Question(
        String id,
        Kind kind,
        String text,
        List<String> options,
        @Nullable Aim aim) {
    public static final int LONGEST = 200;
    public static final int LONGEST_OPTION = 80;
    public static final int MOST_OPTIONS = 8;

    /** From "not at all" to "very much". */
    public static final int SCALE = 5;

    public Question {
        options = List.copyOf(options);
    }

    /** How it is answered. */
    public enum Kind implements Slug {
        SCALE,
        CHOICE,
        SEVERAL,
        WORDS
    }

    /** What stands for the answers: numbers from 1. None for words. */
    public List<String> values() {
        int most = switch (kind) {
            case SCALE -> SCALE;
            case CHOICE, SEVERAL -> options.size();
            case WORDS -> 0;
        };
        return IntStream.rangeClosed(1, most).mapToObj(Integer::toString).toList();
    }
}
