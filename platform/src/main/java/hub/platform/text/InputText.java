package hub.platform.text;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text that people typed, made clean without changing what they said. What was not sent at all counts as left empty. */
public final class InputText {
    /** Controls, and marks that are not seen but turn text around or hide in it: they can make one name look like another. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}\\u061C\\u115F\\u1160\\u180E\\u3164\\uFFA0\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF\\u00AD\\uFFF9-\\uFFFB]");

    private static final Pattern UNSEEN_BUT_LINES =
            Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF&&[^\\n\\t]]");

    /** Letters and signs that are drawn as nothing: the fillers of Hangul and the empty pattern of Braille. */
    private static final String FILLERS = "\u115F\u1160\u3164\uFFA0\u2800";

    private InputText() {}

    /** One line: no controls, no unseen marks, single spaces, none at the ends. Empty if nothing in it can be seen. */
    public static String clean(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", " ");
        return seen(
                UNSEEN.matcher(composed).replaceAll("").replaceAll(" {2,}", " ").strip());
    }

    /** What was sent as it is, such as an id; empty if it was not sent. */
    public static String orEmpty(@Nullable String sent) {
        return sent == null ? "" : sent;
    }

    /** Many lines: Unix line ends, no controls but tabs, nothing at the end. Empty if nothing in it can be seen. */
    public static String cleanText(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String unix = text.replace("\r\n", "\n").replace('\r', '\n');
        if (unix.chars().allMatch(InputText::isPlain)) {
            return seen(unix.stripTrailing());
        }
        return seen(UNSEEN_BUT_LINES
                .matcher(Normalizer.normalize(unix, Normalizer.Form.NFC))
                .replaceAll("")
                .stripTrailing());
    }

    /** Whether nothing in it can be seen: spaces of any kind, joiners, fillers, marks without a letter. */
    public static boolean isEmpty(String text) {
        return text.codePoints().noneMatch(InputText::isSeen);
    }

    private static String seen(String text) {
        return isEmpty(text) ? "" : text;
    }

    private static boolean isSeen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> FILLERS.indexOf(c) < 0;
        };
    }

    /** Below U+0300 nothing is composed of parts, and nothing goes but the controls. What most people write is of this kind. */
    private static boolean isPlain(int c) {
        return (c >= ' ' && c < 0x7f) || c == '\n' || c == '\t' || (c >= 0xa0 && c < 0x300);
    }

    /** At most so many code points; never half a character. */
    public static String cut(String text, int most) {
        return length(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
    }

    /** Length as a person counts it, in code points. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The number that was typed; -1 if it is none. */
    public static int number(@Nullable String text) {
        try {
            return Integer.parseInt(clean(text));
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    /** A readable end for an address: lower-case letters, digits and hyphens, at most 60 characters, never empty. */
    public static String slug(String text) {
        String plain = hyphened(Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(java.util.Locale.ROOT));
        String cut = plain.length() <= 60 ? plain : plain.substring(0, 60).replaceAll("-[^-]*$", "");
        return cut.isEmpty() ? "page" : cut;
    }

    /** One hyphen for all between two words; an apostrophe is in a word. */
    private static String hyphened(String lower) {
        StringBuilder slug = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                slug.append(c);
            } else if (c != '\'' && c != '’' && !slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        if (!slug.isEmpty() && slug.charAt(slug.length() - 1) == '-') {
            slug.setLength(slug.length() - 1);
        }
        return slug.toString();
    }
}
