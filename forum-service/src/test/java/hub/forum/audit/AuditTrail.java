package hub.forum.audit;

import hub.platform.audit.AuditEntry;
import hub.platform.audit.AuditLog;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What the data protection officer reads of what people with power did: {@code new AuditTrail(log).about(amina.id())}. */
public record AuditTrail(AuditLog log) {
    private static final Viewer OFFICER =
            new Viewer("officer", "Dora", "", Approval.APPROVED, Set.of(Role.DATA_PROTECTION_OFFICER));

    /** Newest first. */
    public List<AuditEntry> entries() {
        return Objects.requireNonNull(log.before(Instant.now().plusSeconds(60), 500, OFFICER)
                .collectList()
                .block(Duration.ofSeconds(20)));
    }

    public List<AuditEntry> ofGroup(String group) {
        return entries().stream().filter(entry -> group.equals(entry.group())).toList();
    }

    /** What was done to somebody or to something. */
    public List<AuditEntry> of(String act, String subject) {
        return entries().stream()
                .filter(entry -> entry.act().equals(act) && entry.subject().equals(subject))
                .toList();
    }
}
