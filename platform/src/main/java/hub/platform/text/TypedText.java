package hub.platform.text;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prepares what people typed who never heard of Markdown. A mark, which nobody sees and no text holds, goes before the beginning of a line that
 * Markdown would take for something else; empty lines go where a quote, a list or a table of tabs ends.
 */
final class TypedText {
    /** {@link InputText} lets no control character through. */
    static final String MARK = "\u0001";

    private static final int DEEPEST_QUOTE = 8;

    private static final Pattern REFERENCE = Pattern.compile("(?m)^([ \\t\\x0B\\f>*+.)0-9-]*+)\\[");

    /** The beginnings of a list, a fence or a link reference, as far as they are none. */
    private static final Pattern BEGINNING = Pattern.compile("[\\s\\[>`~].*|[-*+](?:\\s.*)?|\\d{1,9}[.)](?:\\s.*)?");

    private static final Pattern FENCE = Pattern.compile("```\\s*");

    private final List<Line> lines;
    private final StringBuilder marked = new StringBuilder();
    private final ListRun list = new ListRun();

    private TypedText(String text) {
        lines = unmarked(text).lines().map(TypedText::line).toList();
    }

    /** For a post. */
    static String marked(String text) {
        return new TypedText(text).marked();
    }

    /** For an article: no line defines where a link leads. */
    static String withoutReferences(String text) {
        return REFERENCE.matcher(unmarked(text)).replaceAll("$1" + MARK + "[");
    }

    static String unmarked(String text) {
        return text.replace(MARK, "");
    }

    /** What a line is; lines of different kinds do not run into one another. */
    private enum Kind {
        EMPTY,
        WORDS,
        ITEM,
        ROW
    }

    private record Line(int quotes, String words) {
        boolean isEmpty() {
            return words.isBlank();
        }

        /** Has a tab between cells; one at the beginning alone is an indent. */
        boolean isRow() {
            return words.strip().indexOf('\t') >= 0
                    || words.chars().filter(c -> c == '\t').count() > 1;
        }

        boolean isIndented() {
            return Character.isWhitespace(words.charAt(0));
        }
    }

    /** Takes the signs of a quote off, if words follow them: {@code >:-(} is a face. */
    private static Line line(String typed) {
        int quotes = 0;
        int at = 0;
        int sign = sign(typed, 0);
        while (sign >= 0 && quotes < DEEPEST_QUOTE) {
            quotes++;
            at = sign + 1;
            sign = sign(typed, at);
        }
        if (quotes == 0) {
            return new Line(0, typed);
        }
        String words = typed.substring(at);
        boolean quote = words.isEmpty() || words.charAt(0) == ' ' || Character.isLetterOrDigit(words.codePointAt(0));
        if (!quote && "\t>\"'“‘*_[(#-".indexOf(words.charAt(0)) < 0) {
            return new Line(0, typed);
        }
        return new Line(quotes, words.startsWith(" ") ? words.substring(1) : words);
    }

    /** Where the next sign of a quote is: at most three spaces on; -1 if there is none. */
    private static int sign(String typed, int from) {
        int at = from;
        while (at < typed.length() && at < from + 3 && typed.charAt(at) == ' ') {
            at++;
        }
        return at < typed.length() && typed.charAt(at) == '>' ? at : -1;
    }

    private String marked() {
        Kind before = Kind.EMPTY;
        for (int i = 0; i < lines.size(); i++) {
            int end = endOfFence(i);
            if (end > i) {
                add(0, "");
                for (Line code : lines.subList(i, end + 1)) {
                    add(code.quotes(), code.words());
                }
                i = end;
                before = Kind.EMPTY;
            } else {
                before = add(i, before);
            }
        }
        return marked.toString();
    }

    private Kind add(int i, Kind before) {
        Line line = lines.get(i);
        if (i > 0 && line.quotes() != lines.get(i - 1).quotes()) {
            list.end();
            if (before != Kind.EMPTY) {
                add(Math.min(line.quotes(), lines.get(i - 1).quotes()), "");
            }
            return addLine(i, Kind.EMPTY);
        }
        return addLine(i, before);
    }

    private Kind addLine(int i, Kind before) {
        Line line = lines.get(i);
        if (line.isEmpty()) {
            add(line.quotes(), "");
            return Kind.EMPTY;
        }
        ListItem item = ListItem.of(line.words());
        if (item != null && list.takes(item, next(i))) {
            apart(Kind.ITEM, before, line);
            add(line.quotes(), list.indent() + item.marker() + " " + withMark(item.words()));
            return Kind.ITEM;
        }
        if (before == Kind.ITEM && item == null && line.isIndented()) {
            add(line.quotes(), withMark(line.words().strip()));
            return Kind.ITEM;
        }
        list.end();
        Kind kind = line.isRow() ? Kind.ROW : Kind.WORDS;
        apart(kind, before, line);
        add(
                line.quotes(),
                withMark(kind == Kind.ROW ? line.words() : line.words().stripTrailing()));
        return kind;
    }

    private void apart(Kind kind, Kind before, Line line) {
        if (kind != before && before != Kind.EMPTY) {
            add(line.quotes(), "");
        }
    }

    /** The item on the next line that is not empty, in the same quote; none if that is no item. */
    private @Nullable ListItem next(int i) {
        int next = i + 1;
        while (next < lines.size() && lines.get(next).isEmpty()) {
            next++;
        }
        return next < lines.size() && lines.get(next).quotes() == lines.get(i).quotes()
                ? ListItem.of(lines.get(next).words())
                : null;
    }

    /** The line that closes the block of code that begins on a line; -1 if none begins or it is never closed. */
    private int endOfFence(int begin) {
        Line first = lines.get(begin);
        if (first.quotes() > 0 || !FENCE.matcher(first.words()).matches()) {
            return -1;
        }
        for (int i = begin + 1; i < lines.size(); i++) {
            if (lines.get(i).quotes() == 0
                    && lines.get(i).words().stripTrailing().equals("```")) {
                return i;
            }
        }
        return -1;
    }

    private static String withMark(String words) {
        return BEGINNING.matcher(words).matches() ? MARK + words : words;
    }

    private void add(int quotes, String words) {
        marked.append("> ".repeat(quotes)).append(words).append('\n');
    }
}
