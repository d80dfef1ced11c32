package hub.platform.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One act.
 *
 * @param act feature and verb: {@code threads.lock}
 * @param actor the account that acted
 * @param subject the id of what it was done to
 * @param group the group it happened in, if any
 * @param details reasons and the like, in few words; never the text of a post
 */
public record AuditEntry(
        String id,
        Instant at,
        String act,
        String actor,
        String subject,
        @Nullable String group,
        Map<String, String> details) {}
