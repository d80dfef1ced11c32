package hub.platform.forms;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** In a session. */
    public static final String ATTRIBUTE = "kept-form";

    private static final int MOST_CHARACTERS = 60_000;

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
