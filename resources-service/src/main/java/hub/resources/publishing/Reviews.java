package hub.resources.publishing;

import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import java.time.Clock;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** A second person looks at a text before readers see it. Everything here is for staff editors; to others it is {@link NotAllowed} (as a signal). */
@Service
public class Reviews {
    private final Publications publications;
    private final PublicationSteps steps;
    private final ReviewNotices notices;
    private final ReviewRule rule;
    private final Transactions transactions;
    private final Clock clock;

    Reviews(
            Publications publications,
            PublicationSteps steps,
            ReviewNotices notices,
            ReviewRule rule,
            Transactions transactions,
            Clock clock) {
        this.publications = publications;
        this.steps = steps;
        this.notices = notices;
        this.rule = rule;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether a second person must have looked before readers see it. */
    public boolean mustBe(Kind kind) {
        return rule.holdsFor(kind);
    }

    /**
     * Approves what was seen: it appears now or at its moment. The second tap finds what the first one did.
     *
     * @param seen the version that was looked at
     * @throws Rejected (as a signal) if it has changed since, waits for nobody, or is the viewer's own
     */
    public Mono<Publication> approve(String id, long seen, Viewer viewer) {
        return act(
                id,
                seen,
                "approve",
                viewer,
                review -> review.words() == null,
                now -> now.approve(viewer.id(), clock.instant()));
    }

    /**
     * Gives it back to its writer, with words for them alone and the other editors.
     *
     * @throws Rejected as {@link #approve}
     */
    public Mono<Publication> sendBack(String id, String words, long seen, Viewer viewer) {
        return act(
                id,
                seen,
                "sendBack",
                viewer,
                review -> words.equals(review.words()),
                now -> now.sendBack(words, viewer.id(), clock.instant()));
    }

    /** What waits, for a second person or for its moment, is a draft again. @throws Rejected (as a signal) if it has changed since, or does not wait */
    public Mono<Publication> takeBack(String id, long seen, Viewer viewer) {
        return act(id, seen, "takeBack", viewer, review -> false, Publication::takeBack);
    }

    private Mono<Publication> act(
            String id, long seen, String name, Viewer viewer, Predicate<Review> done, UnaryOperator<Publication> how) {
        return publications.forEditor(id, viewer).flatMap(now -> {
            if (now.version() == seen + 1 && isDoneBy(viewer, now, done)) {
                return Mono.just(now);
            }
            if (now.version() != seen) {
                return Mono.error(new Rejected(PublicationRefusal.CHANGED_MEANWHILE));
            }
            return transactions
                    .run(steps.replace(now, how.apply(now))
                            .delayUntil(stored -> steps.record(name, viewer.id(), stored))
                            .delayUntil(notices::follow))
                    .onErrorMap(DuplicateKeyException.class, taken -> new Rejected(PublicationRefusal.TITLE_TAKEN))
                    .switchIfEmpty(Mono.error(() -> new Rejected(PublicationRefusal.CHANGED_MEANWHILE)));
        });
    }

    private static boolean isDoneBy(Viewer viewer, Publication now, Predicate<Review> done) {
        Review review = now.review();
        return review != null && viewer.id().equals(review.by()) && done.test(review);
    }
}
