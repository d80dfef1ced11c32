package hub.platform.errors;

import hub.platform.signin.SentForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is shown when something goes wrong.
 *
 * @param kind which error, as in messages/error.properties
 * @param typed what somebody wrote, to be copied
 * @param again what somebody sent, to be sent again with one press; null if that is of no use
 * @param requestId to be told to whoever looks into it; null if nothing is wrong with us
 */
public record ErrorPage(
        String kind,
        List<String> typed,
        @Nullable SentForm again,
        @Nullable String requestId) {
    public static ErrorPage of(String kind) {
        return new ErrorPage(kind, List.of(), null, null);
    }

    public static ErrorPage of(String kind, List<String> typed) {
        return new ErrorPage(kind, typed, null, null);
    }
}
