package hub.resources.policies.reading;

import hub.platform.due.DueHandler;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.tellings.TellingKind;
import hub.resources.audiences.Audience;
import hub.resources.policies.Policies;
import hub.resources.policies.Policy;
import hub.resources.policies.PolicyRights;
import hub.resources.policies.PolicyVersion;
import hub.resources.readings.Readings;
import hub.resources.readings.ToRead;
import java.time.Instant;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** "I have read this version", where carers are asked to say so; a fortnight later whoever has not is reminded once. */
@Service
public class PolicyReadings implements DueHandler {
    private static final String KIND = "policies.read";
    private static final Readings.Way WAY = new Readings.Way(TellingKind.POLICIES, "tellings.policies", KIND);

    private final Readings readings;
    private final Policies policies;

    PolicyReadings(Readings readings, Policies policies) {
        this.readings = readings;
        this.policies = policies;
    }

    /** Whether this viewer is asked to read the current version. */
    public static boolean isAsked(Policy policy, Viewer viewer) {
        return policy.current().toRead() && toRead(policy).asks(viewer);
    }

    private static ToRead toRead(Policy policy) {
        PolicyVersion current = policy.current();
        return new ToRead(
                "policies",
                policy.id(),
                current.number(),
                policy.title(),
                policy.path(),
                Audience.CARERS,
                current.publishedAt());
    }

    public Mono<Boolean> hasRead(Policy policy, Viewer viewer) {
        return isAsked(policy, viewer) ? readings.has(toRead(policy), viewer) : Mono.just(false);
    }

    /** @throws NotAllowed (as a signal) unless the viewer is asked to read it */
    public Mono<Policy> read(String id, Viewer by) {
        return policies.find(id)
                .filter(policy -> isAsked(policy, by))
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .delayUntil(policy -> readings.note(toRead(policy), by));
    }

    /** Notes it as it is: for content that is brought in. */
    public Mono<Void> bringIn(Policy policy, String account, Instant at) {
        return readings.bringIn(toRead(policy), account, at);
    }

    /** Who has read the current version. @throws NotAllowed (as a signal) unless the viewer looks after policies */
    public Mono<Readings.Readers> readers(Policy policy, Viewer viewer) {
        return PolicyRights.asLookingAfter(viewer).then(readings.readers(toRead(policy)));
    }

    /** Asks carers to read the current version, if it is to be read; a step of the transaction that publishes it. */
    public Mono<Void> ask(Policy policy) {
        return policy.current().toRead() ? readings.ask(toRead(policy), WAY) : readings.stop(policy.id(), WAY);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Void> handle(String policy, Instant at) {
        return policies.find(policy)
                .filter(found -> found.current().toRead())
                .flatMap(found -> readings.remind(toRead(found), WAY));
    }
}
