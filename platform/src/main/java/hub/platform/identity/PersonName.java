package hub.platform.identity;

import java.util.List;

/** What may stand beside a post: the name and the line, with two initials and a hue that depend on the person alone. */
public record PersonName(
        String id, String name, String line, boolean approved, String firstName, String initials, String hue) {
    private static final List<String> HUES = List.of("clay", "moss", "slate", "plum", "ochre", "teal");

    static PersonName of(Account account) {
        return of(account.id(), account.name(), account.line(), account.approval() == Approval.APPROVED);
    }

    /** For a person whose account is gone. */
    static PersonName unknown(String id) {
        return of(id, "Someone who has left", "", false);
    }

    private static PersonName of(String id, String name, String line, boolean approved) {
        String[] words = name.trim().split("\\s+");
        String first = firstLetter(words[0]);
        String initials = words.length < 2 ? first : first + firstLetter(words[words.length - 1]);
        return new PersonName(id, name, line, approved, words[0], initials, hue(id));
    }

    /** A colour for an id. It carries no meaning; it only helps the eye to tell one from the next. */
    public static String hue(String id) {
        return HUES.get(Math.floorMod(id.hashCode() * 31 + id.length(), HUES.size()));
    }

    private static String firstLetter(String word) {
        return word.isEmpty()
                ? ""
                : word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(java.util.Locale.UK);
    }
}
