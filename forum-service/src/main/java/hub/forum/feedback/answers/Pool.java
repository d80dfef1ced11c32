package hub.forum.feedback.answers;

import hub.platform.figures.Suppression;
import hub.platform.text.Slug;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All answers to one question: numbers, and words in the order of random ids. Nothing in it leads from one question to another, to a person or to a moment.
 *
 * @param id round and question
 * @param counts how often each value was given, by {@link Cut#key}; {@link #NONE} for whoever passed over the question, {@link #ALL} for everybody who sent the form
 * @param words sorted by id
 */
public record Pool(String id, String of, Map<String, Long> counts, List<Word> words) {
    public static final String NONE = "none";
    public static final String ALL = "all";

    public Pool {
        counts = counts == null ? Map.of() : Map.copyOf(counts);
        words = words == null ? List.of() : List.copyOf(words);
    }

    /**
     * @param quote whether it may be published
     * @param author in a named round; null in an anonymous one
     */
    public record Word(
            String id,
            String text,
            boolean quote,
            State state,
            @Nullable String author) {}

    /** Whether somebody has looked at it for what could tell who is meant. */
    public enum State implements Slug {
        NEW,
        SHOWN,
        HELD
    }

    public static String id(String of, String question) {
        return of + ":" + question;
    }

    /** Whether one of the two cuts is of fewer people than may be shown, so that whoever holds the numbers could know whose they are. */
    boolean isOfFew() {
        return Stream.of(Cut.values())
                .mapToLong(cut -> count(cut, ALL))
                .anyMatch(people -> people > 0 && people < Suppression.LEAST);
    }

    /** With all that was given counted as of one cut. */
    Pool together() {
        Map<String, Long> one = new TreeMap<>();
        counts.forEach((key, number) -> {
            String value = key.substring(key.indexOf('-') + 1);
            one.merge(Cut.FOSTER.key(value), number, Long::sum);
        });
        return new Pool(id, of, one, words);
    }

    public long count(Cut cut, String value) {
        return counts.getOrDefault(cut.key(value), 0L);
    }

    public long count(String value) {
        return Stream.of(Cut.values()).mapToLong(cut -> count(cut, value)).sum();
    }
}
