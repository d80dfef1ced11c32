package hub.platform.forms;

import hub.platform.mongo.Ids;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key that a form carries from when it is first shown. What is sent with it is stored once: the second tap, the reload and the retry
 * land on the first.
 */
public final class FormKey {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-z]{12}");

    private FormKey() {}

    public static String fresh() {
        return Ids.next();
    }

    /** The key as sent, or a fresh one if it is missing or not one of ours. */
    public static String orFresh(@Nullable String sent) {
        return sent != null && SHAPE.matcher(sent).matches() ? sent : fresh();
    }
}
