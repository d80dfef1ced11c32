package hub.resources.publishing;

import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** There is one local offer: the one that is published now puts away those before it, which are found by nobody from then on. */
@Component
class OneLocalOffer implements PublicationFollower {
    /** More than there ever were before this was kept to. */
    private static final int MOST = 50;

    private final PublicationStore store;
    private final PublicationSteps steps;
    private final ReviewNotices notices;
    private final Clock clock;

    OneLocalOffer(PublicationStore store, PublicationSteps steps, ReviewNotices notices, Clock clock) {
        this.store = store;
        this.steps = steps;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public Mono<Void> follow(@Nullable Publication before, Publication after) {
        boolean published = after.state() == State.PUBLISHED && (before == null || before.state() != State.PUBLISHED);
        if (after.kind() != Kind.LOCAL_OFFER || !published) {
            return Mono.empty();
        }
        return store.inForce(Kind.LOCAL_OFFER, MOST)
                .filter(other -> !other.id().equals(after.id()))
                .collectList()
                .flatMapIterable(others -> others)
                .concatMap(other -> putAway(other, publisher(after)))
                .then();
    }

    private Mono<Publication> putAway(Publication other, String by) {
        return steps.replace(other, other.archive(new Publication.Change(by, clock.instant(), "")))
                .delayUntil(away -> steps.record("archive", by, away))
                .delayUntil(notices::follow);
    }

    /** Whoever approved it, or else whoever changed it last. */
    private static String publisher(Publication after) {
        Review review = after.review();
        return review == null || review.by() == null ? after.changed().by() : Objects.requireNonNull(review.by());
    }
}
