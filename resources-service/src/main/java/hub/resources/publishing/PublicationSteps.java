package hub.resources.publishing;

import hub.platform.audit.AuditLog;
import hub.platform.due.DueWork;
import hub.platform.tellings.TellingKind;
import hub.resources.audiences.Audience;
import hub.resources.readings.Readings;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What belongs to storing a publication, as steps of one transaction: its versions, what is due, who is asked to read it, the audit log. */
@Component
class PublicationSteps {
    static final String APPEAR = "publishing.appear";
    static final String EXPIRE = "publishing.expire";
    static final String READ = "publishing.read";
    static final Readings.Way WAY = new Readings.Way(TellingKind.LIBRARY, "tellings.library", READ);

    private final PublicationStore store;
    private final PublicationVersionStore versions;
    private final Readings readings;
    private final DueWork due;
    private final AuditLog audit;
    private final ObjectProvider<PublicationFollower> followers;

    PublicationSteps(
            PublicationStore store,
            PublicationVersionStore versions,
            Readings readings,
            DueWork due,
            AuditLog audit,
            ObjectProvider<PublicationFollower> followers) {
        this.store = store;
        this.versions = versions;
        this.readings = readings;
        this.due = due;
        this.audit = audit;
        this.followers = followers;
    }

    /** @throws org.springframework.dao.DuplicateKeyException (as a signal) if the same form has stored one before */
    Mono<Publication> insert(Publication fresh) {
        return store.insert(fresh)
                .delayUntil(stored -> versions.keep(PublicationVersion.of(stored)))
                .delayUntil(stored -> follow(null, stored));
    }

    /** Empty if the one before is no longer the current one. */
    Mono<Publication> replace(Publication before, Publication after) {
        return store.replace(after)
                .delayUntil(stored -> keep(before, stored))
                .delayUntil(stored -> follow(before, stored));
    }

    Mono<Void> record(String act, String actor, Publication publication) {
        return audit.record(
                "publishing." + act,
                actor,
                publication.id(),
                null,
                Map.of("kind", publication.kind().slug(), "version", Long.toString(publication.version())));
    }

    /** What was stored before versions were kept gets its first one with its next. */
    private Mono<Void> keep(Publication before, Publication after) {
        if (after.toWorkOn().equals(before.toWorkOn()) && Objects.equals(after.correction(), before.correction())) {
            return Mono.empty();
        }
        return versions.before(before.id(), before.version() + 1, 1)
                .hasElements()
                .flatMap(any -> any ? Mono.<Void>empty() : versions.keep(PublicationVersion.of(before)))
                .then(versions.keep(PublicationVersion.of(after)));
    }

    private Mono<Void> follow(@Nullable Publication before, Publication after) {
        return plan(APPEAR, scheduled(before), scheduled(after), after)
                .then(plan(EXPIRE, expiring(before), expiring(after), after))
                .then(Mono.defer(() -> ask(before, after)))
                .thenMany(Flux.fromStream(followers.orderedStream())
                        .concatMap(follower -> follower.follow(before, after)))
                .then();
    }

    private Mono<Void> plan(String kind, @Nullable Instant was, @Nullable Instant is, Publication of) {
        if (is != null) {
            return due.at(kind, of.id(), is);
        }
        return was == null ? Mono.empty() : due.cancel(kind, of.id()).then();
    }

    private static @Nullable Instant scheduled(@Nullable Publication some) {
        return some != null && some.state() == State.SCHEDULED ? some.timing().from() : null;
    }

    private static @Nullable Instant expiring(@Nullable Publication some) {
        return some != null && some.state() == State.PUBLISHED ? some.timing().until() : null;
    }

    /** Asks people to read it, or no longer asks them, if that is another thing than before. */
    private Mono<Void> ask(@Nullable Publication before, Publication after) {
        Audience asked = before != null && before.asks() ? before.audience() : null;
        if (after.asks()) {
            return asked == after.audience() ? Mono.empty() : readings.ask(after.toRead(), WAY);
        }
        return asked == null ? Mono.empty() : readings.stop(after.id(), WAY);
    }
}
