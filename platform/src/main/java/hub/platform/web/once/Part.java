package hub.platform.web.once;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In a value for {@code hearth:fill}: what a fragment comes to, one after the other, for each of some values. In the template it is their HTML, for
 * {@code th:utext}, or null if there are none.
 *
 * @param fragment such as {@code parts/threads :: line}
 */
public record Part(String fragment, List<?> values) {

    /** One value, or none. */
    public static Part ofNullable(String fragment, @Nullable Object value) {
        return new Part(fragment, value == null ? List.of() : List.of(value));
    }
}
