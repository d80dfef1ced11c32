package hub.platform.forms;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What somebody sent after their session had ended, kept in the session until they have signed in again.
 *
 * @param path where it was sent
 * @param writer the account that the form was shown to, if the form says; another person who signs in on the same phone does not get it
 */
public record KeptForm(
        String path,
        Map<String, List<String>> fields,
        @Nullable String writer) implements Serializable {
    /** The hidden field in which a form says whom it was shown to. */
    public static final String WRITER = "writer";

    /** The fields in which people write. They are shown when a form is given back; all others come along unseen. */
    public static final List<String> TYPED =
            List.of("what", "title", "summary", "text", "words", "note", "reason", "name", "purpose", "agreement");

    /** What is typed beside that, a line each. */
    public static final List<String> LINES = List.of(
            "email",
            "line",
            "household",
            "area",
            "date",
            "time",
            "starts",
            "ends",
            "venue",
            "stepFree",
            "children",
            "refreshments",
            "places",
            "hours",
            "whatToExpect",
            "book");

    /** In a session. */
    public static final String ATTRIBUTE = "kept-form";

    private static final int MOST_CHARACTERS = 60_000;

    /** What a person wrote in a form, without what belongs to the form: each text by itself, then the lines together. */
    public static List<String> typed(MultiValueMap<String, String> form) {
        String lines = filledIn(LINES, form).collect(Collectors.joining("\n"));
        return Stream.concat(filledIn(TYPED, form), Stream.of(lines).filter(some -> !some.isEmpty()))
                .toList();
    }

    private static Stream<String> filledIn(List<String> fields, MultiValueMap<String, String> form) {
        return fields.stream()
                .flatMap(field -> form.getOrDefault(field, List.of()).stream())
                .filter(text -> !text.isBlank());
    }

    /** What a form sent, without its token; null if that is nothing, or too long. */
    public static @Nullable KeptForm of(String path, MultiValueMap<String, String> form) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        int size = 0;
        for (var field : form.entrySet()) {
            if (!field.getKey().equals("_csrf")) {
                fields.put(field.getKey(), new ArrayList<>(field.getValue()));
                size += field.getKey().length()
                        + field.getValue().stream().mapToInt(String::length).sum();
            }
        }
        return fields.isEmpty() || size > MOST_CHARACTERS ? null : new KeptForm(path, fields, form.getFirst(WRITER));
    }
}
