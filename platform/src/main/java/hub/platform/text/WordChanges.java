package hub.platform.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Which words of a text became which. */
public final class WordChanges {
    /** Longer texts are shown whole, the old one and the new one: to compare words takes time that rises with the square of what differs. */
    static final int MOST_WORDS = 3_000;

    /** Words with the space behind them, so that the pieces together are the text. */
    private static final Pattern WORD = Pattern.compile("(?<=\\s)(?=\\S)");

    private WordChanges() {}

    /** Whether words stayed, came or went. */
    public enum Sort {
        SAME,
        ADDED,
        REMOVED
    }

    /** Some words that stand together. */
    public record Piece(Sort sort, String text) {
        public boolean same() {
            return sort == Sort.SAME;
        }

        public boolean added() {
            return sort == Sort.ADDED;
        }
    }

    /** In the order of the text, what went before what came in its place. */
    public static List<Piece> between(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        List<Piece> pieces = new ArrayList<>();
        if (old.size() > MOST_WORDS || now.size() > MOST_WORDS) {
            add(pieces, before.equals(after) ? Sort.SAME : Sort.REMOVED, old);
            add(pieces, Sort.ADDED, before.equals(after) ? List.of() : now);
            return pieces;
        }
        int at = 0;
        List<AbstractDelta<String>> deltas =
                new ArrayList<>(DiffUtils.diff(old, now).getDeltas());
        deltas.sort(Comparator.comparingInt(delta -> delta.getSource().getPosition()));
        for (AbstractDelta<String> delta : deltas) {
            int from = delta.getSource().getPosition();
            add(pieces, Sort.SAME, old.subList(at, from));
            add(pieces, Sort.REMOVED, delta.getSource().getLines());
            add(pieces, Sort.ADDED, delta.getTarget().getLines());
            at = from + delta.getSource().size();
        }
        add(pieces, Sort.SAME, old.subList(at, old.size()));
        return pieces;
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(WORD.split(text));
    }

    private static void add(List<Piece> pieces, Sort sort, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(sort, String.join("", words)));
        }
    }
}
