package hub.forum.threads;

import hub.platform.identity.PersonName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The people whom a text calls by {@code @name}. Who may be called is given: whoever is not among them is not called, and their name stays what it is, words.
 *
 * @param calls what stands behind each @, in small letters
 */
record Mentions(List<String> calls) {
    /** Behind an @ that is not within an address. */
    private static final Pattern CALL = Pattern.compile("(?<![\\p{L}\\p{N}._%+-])@(\\p{L}[^\\n@]{0,80})");

    private static final Pattern FIRST_WORD = Pattern.compile("[\\p{L}’'-]+");

    /** More are not looked at: a text that calls everybody calls nobody. */
    private static final int MOST = 10;

    Mentions {
        calls = List.copyOf(calls);
    }

    static Mentions in(String text) {
        List<String> calls = new ArrayList<>();
        Matcher found = CALL.matcher(text);
        while (found.find() && calls.size() < MOST) {
            calls.add(found.group(1).toLowerCase(Locale.UK));
        }
        return new Mentions(calls);
    }

    boolean any() {
        return !calls.isEmpty();
    }

    /** The first words of the names that are called. */
    Set<String> firstWords() {
        return calls.stream()
                .map(FIRST_WORD::matcher)
                .filter(Matcher::lookingAt)
                .map(Matcher::group)
                .collect(Collectors.toSet());
    }

    /** Those of some people who are called by their whole name, and who are called by a first name that nobody else among them has. */
    Set<String> among(Collection<PersonName> people) {
        return calls.stream()
                .flatMap(call -> calledBy(call, people).stream())
                .map(PersonName::id)
                .collect(Collectors.toSet());
    }

    private static List<PersonName> calledBy(String call, Collection<PersonName> people) {
        List<PersonName> whole =
                people.stream().filter(person -> begins(call, person.name())).toList();
        if (!whole.isEmpty()) {
            return whole;
        }
        List<PersonName> first = people.stream()
                .filter(person -> begins(call, person.firstName()))
                .toList();
        return first.size() == 1 ? first : List.of();
    }

    /** Whether it begins with a name, and not with a longer word. */
    private static boolean begins(String call, String name) {
        return call.startsWith(name.toLowerCase(Locale.UK))
                && (call.length() == name.length() || !Character.isLetterOrDigit(call.charAt(name.length())));
    }
}
