package hub.forum.groups;

import hub.platform.audit.AuditLog;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Moderators in private groups that they are not in: only with a reason, for a day, and the members can see that it happened. */
@Service
public class ModeratorEntries {
    private static final int SHOWN = 20;

    private final ModeratorEntryStore store;
    private final GroupStore groups;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    ModeratorEntries(
            ModeratorEntryStore store, GroupStore groups, AuditLog audit, Transactions transactions, Clock clock) {
        this.store = store;
        this.groups = groups;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The group that a moderator stands before, hidden ones too; empty for everybody else. Its name, not its content. */
    public Mono<Group> door(String group, Visibility visibility) {
        return groups.find(group, any -> GroupPolicy.mayEnter(visibility));
    }

    /**
     * @param reason 10 to 500 characters; members see it
     * @throws NotAllowed (as a signal) unless the viewer is a moderator and there is such a private group
     */
    public Mono<ModeratorEntry> enter(String group, String reason, Viewer viewer) {
        return enter(group, reason, Ids.next(), viewer);
    }

    /** @param formKey of the form it came with; sent twice while the entry is valid, it is one entry; once that is over, it is another */
    public Mono<ModeratorEntry> enter(String group, String reason, String formKey, Viewer viewer) {
        if (!viewer.moderator()) {
            return Mono.error(new NotAllowed());
        }
        Mono<ModeratorEntry> steps = groups.find(group, any -> viewer.moderator())
                .filter(Group::isPrivate)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .then(validOrFresh(Ids.of(String.join(" ", formKey, group, viewer.id())), group, reason, viewer));
        return transactions.run(steps);
    }

    /** Ids that follow from the form make two taps at the same moment meet; one whose entry is over leads on to the next. */
    private Mono<ModeratorEntry> validOrFresh(String id, String group, String reason, Viewer viewer) {
        return store.find(id)
                .flatMap(before -> before.until().isAfter(clock.instant())
                        ? Mono.just(before)
                        : validOrFresh(Ids.of(id), group, reason, viewer))
                .switchIfEmpty(Mono.defer(() -> begin(id, group, reason, viewer)));
    }

    private Mono<ModeratorEntry> begin(String id, String group, String reason, Viewer viewer) {
        return store.insert(ModeratorEntry.begin(id, group, viewer.id(), viewer.name(), reason, clock.instant()))
                .flatMap(entry -> audit.record("groups.enter", viewer.id(), group, group, Map.of("reason", reason))
                        .thenReturn(entry));
    }

    /** The newest 20, for those who read the group. */
    public Flux<ModeratorEntry> into(Group group, Visibility visibility) {
        return visibility.mayRead(group.id()) ? store.newest(group.id(), SHOWN) : Flux.empty();
    }
}
