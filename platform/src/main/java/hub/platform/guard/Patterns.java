package hub.platform.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression that finds something, by its first group or as a whole.
 *
 * @param small whether it is held against the text in small letters
 */
record Patterns(Pattern pattern, boolean small) {

    /** For a text in small letters. */
    static Pattern low(String expression) {
        return Pattern.compile(expression);
    }

    /** Whatever the letters. */
    static Patterns any(String expression) {
        return new Patterns(Pattern.compile(expression), true);
    }

    /** With capitals as they are written. */
    static Patterns exact(String expression) {
        return new Patterns(Pattern.compile(expression), false);
    }

    /** Decides whether a match counts. */
    interface Counts {
        boolean test(Passage passage, int start, int end);
    }

    /** How far around a word that gives occasion to look closer. */
    private static final int AROUND = 100;

    /** As {@link #find}, around the places alone that give occasion to look closer: expressions of many words take their time. */
    static List<Finding> near(
            Pattern occasion, Passage passage, Finding.Kind kind, List<Patterns> patterns, Counts counts) {
        List<Finding> found = new ArrayList<>();
        Matcher matcher = occasion.matcher(passage.small());
        int end = -1;
        int start = -1;
        while (matcher.find()) {
            if (start >= 0 && matcher.start() - AROUND > end) {
                found.addAll(find(passage, kind, patterns, counts, start, end));
                start = -1;
            }
            start = start < 0 ? Math.max(0, matcher.start() - AROUND) : start;
            end = Math.min(passage.small().length(), matcher.end() + AROUND);
        }
        if (start >= 0) {
            found.addAll(find(passage, kind, patterns, counts, start, end));
        }
        return found;
    }

    static List<Finding> find(Passage passage, Finding.Kind kind, List<Patterns> patterns, Counts counts) {
        return find(passage, kind, patterns, counts, 0, passage.text().length());
    }

    /** As much as is held against an expression at once, so that a text that was made to keep one busy cannot: its cost may grow with the square of this, and its depth with this. */
    private static final int PIECE = 500;

    /** Pieces share so much, as nothing that is looked for is longer. */
    private static final int SHARED = 150;

    private static List<Finding> find(
            Passage passage, Finding.Kind kind, List<Patterns> patterns, Counts counts, int from, int to) {
        List<Finding> found = new ArrayList<>();
        for (int start = from; start < to; start += PIECE - SHARED) {
            int end = Math.min(to, start + PIECE);
            found.addAll(findIn(passage, kind, patterns, counts, start, end, end == to));
            if (end == to) {
                break;
            }
        }
        return found;
    }

    private static List<Finding> findIn(
            Passage passage,
            Finding.Kind kind,
            List<Patterns> patterns,
            Counts counts,
            int from,
            int to,
            boolean last) {
        List<Finding> found = new ArrayList<>();
        for (Patterns each : patterns) {
            Matcher matcher = each.pattern().matcher(each.small() ? passage.small() : passage.text());
            matcher.region(from, to).useTransparentBounds(true).useAnchoringBounds(false);
            while (matcher.find()) {
                if (matcher.end() == to && !last) {
                    // Perhaps cut off: the next piece has it whole.
                    continue;
                }
                int group = matcher.groupCount() > 0 && matcher.group(1) != null ? 1 : 0;
                if (counts.test(passage, matcher.start(group), matcher.end(group))) {
                    found.add(new Finding(matcher.start(group), matcher.end(group), kind));
                }
            }
        }
        return found;
    }
}
