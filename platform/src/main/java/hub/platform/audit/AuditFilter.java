package hub.platform.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; null for all.
 *
 * @param act as in {@link AuditEntry#act()}
 * @param actor the account that acted
 * @param subject to whom or to what it was done
 * @param since the earliest moment
 */
public record AuditFilter(
        @Nullable String act,
        @Nullable String actor,
        @Nullable String subject,
        @Nullable String group,
        @Nullable Instant since) {
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);
}
