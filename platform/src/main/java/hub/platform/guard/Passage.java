package hub.platform.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text and its words. */
final class Passage {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]++(?:[-’'][\\p{L}\\p{M}]++)*+|\\d++[\\p{L}]*+");
    private static final Pattern POSSESSIVE = Pattern.compile("[’'][sS]$");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?…:;\\n•]|\\s[-–—]\\s");

    /**
     * @param text as typed, without the 's of a possessive
     * @param lower in small letters
     * @param first whether it begins a sentence or a line
     * @param possessive whether it was followed by 's
     */
    record Word(int start, int end, String text, String lower, boolean first, boolean possessive) {
        boolean isCapital() {
            return Character.isUpperCase(text.codePointAt(0));
        }

        boolean isShouted() {
            return text.length() > 1 && text.equals(text.toUpperCase(Locale.ROOT));
        }
    }

    private final String text;
    private final String small;
    private final List<Word> words;

    Passage(String text) {
        this.text = text;
        this.small = small(text);
        this.words = split(text);
    }

    private static List<Word> split(String text) {
        List<Word> found = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        int behind = 0;
        while (matcher.find()) {
            String typed = matcher.group();
            String bare = POSSESSIVE.matcher(typed).replaceFirst("");
            boolean first = found.isEmpty()
                    || END_OF_SENTENCE
                            .matcher(text.substring(behind, matcher.start()))
                            .find();
            found.add(new Word(
                    matcher.start(),
                    matcher.start() + bare.length(),
                    bare,
                    bare.toLowerCase(Locale.ROOT).replace('’', '\''),
                    first,
                    bare.length() < typed.length()));
            behind = matcher.end();
        }
        return List.copyOf(found);
    }

    /** Letter by letter, so that every position stays the same. */
    private static String small(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = letters[i] == '’' ? '\'' : Character.toLowerCase(letters[i]);
        }
        return new String(letters);
    }

    String text() {
        return text;
    }

    /** The text in small letters, with straight apostrophes; every position is the same. */
    String small() {
        return small;
    }

    List<Word> words() {
        return words;
    }

    /** In small letters, or empty if there is none there. */
    String lower(int index) {
        return index >= 0 && index < words.size() ? words.get(index).lower() : "";
    }

    /** What stands between a word and the one behind it; to the end behind the last. */
    String gapAfter(int index) {
        int from = words.get(index).end();
        return text.substring(
                from, index + 1 < words.size() ? words.get(index + 1).start() : text.length());
    }

    /** The text before a word, of at most so many characters and of the same line, in small letters. */
    String before(int index, int most) {
        int end = words.get(index).start();
        int from = Math.max(Math.max(0, end - most), text.lastIndexOf('\n', end - 1) + 1);
        return small.substring(Math.min(from, end), end);
    }

    /** The text behind a position, of at most so many characters, in small letters. */
    String after(int position, int most) {
        return small.substring(position, Math.min(text.length(), position + most));
    }

    /** The sentence around two positions, in small letters. */
    String sentence(int start, int end) {
        int from = start;
        while (from > 0 && start - from < 300 && ".!?\n".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        int to = end;
        while (to < text.length() && to - end < 300 && ".!?\n".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return small.substring(from, to);
    }
}
