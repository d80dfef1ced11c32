package hub.platform.tellings;

import hub.platform.events.Events;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Where a service without notifications tells people something. */
@Service
public class Tellings {
    private final TellingStore store;
    private final Events events;
    private final Clock clock;

    Tellings(TellingStore store, Events events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /** What is said, to whom, and where it leads; the sentence as in {@link Telling}. */
    public record Said(
            TellingKind kind,
            String subject,
            String bundle,
            List<String> accounts,
            String key,
            List<String> arguments,
            String path) {}

    /** Tells some people one thing; what they were told about its subject before is withdrawn. Belongs into the transaction of its cause. */
    public Mono<Void> tell(Said said) {
        Telling telling = new Telling(
                Ids.next(),
                said.kind(),
                said.subject(),
                said.bundle(),
                said.accounts(),
                said.key(),
                said.arguments(),
                said.path(),
                clock.instant());
        return withdraw(said.subject())
                .then(store.insert(telling))
                .then(events.publish(
                        new PeopleTold(telling.id(), telling.kind().kind(), telling.bundle(), telling.accounts())));
    }

    /** What was told about a subject is not true any more. Belongs into the transaction of its cause. */
    public Mono<Void> withdraw(String subject) {
        return store.about(subject)
                .collectList()
                .flatMapIterable(all -> all)
                .concatMap(telling -> store.remove(telling).then(events.publish(new TellingWithdrawn(telling.id()))))
                .then();
    }

    /** Empty if it was withdrawn, or the viewer is not one of those who are told. */
    public Mono<Telling> find(String id, Viewer viewer) {
        return store.find(id)
                .filter(telling -> viewer.approved()
                        && viewer.account() != null
                        && telling.accounts().contains(viewer.account()));
    }
}
