package hub.platform.audit;

import hub.platform.identity.NotAllowed;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The append-only log of what people with power did. */
@Service
public class AuditLog {
    private final AuditStore store;
    private final Clock clock;

    AuditLog(AuditStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Adds an entry. Belongs into the same transaction as the act. */
    public Mono<Void> record(
            String act, String actor, String subject, @Nullable String group, Map<String, String> details) {
        return store.append(new AuditEntry(Ids.next(), clock.instant(), act, actor, subject, group, details));
    }

    /** Newest first, from before a moment. For those who oversee: administrators, the data protection officer, the safeguarding lead. */
    public Flux<AuditEntry> before(Instant moment, int limit, Viewer viewer) {
        return before(moment, AuditFilter.ALL, limit, viewer);
    }

    /** As {@link #before(Instant, int, Viewer)}, of what the filter lets through. */
    public Flux<AuditEntry> before(Instant moment, AuditFilter filter, int limit, Viewer viewer) {
        return mayRead(viewer) ? store.before(moment, filter, limit) : Flux.error(new NotAllowed());
    }

    public static boolean mayRead(Viewer viewer) {
        return viewer.administrator() || viewer.is(Role.DATA_PROTECTION_OFFICER) || viewer.is(Role.SAFEGUARDING_LEAD);
    }
}
