package hub.resources.publishing;

import hub.platform.identity.Accounts;
import hub.platform.identity.PersonName;
import hub.platform.identity.Role;
import hub.platform.tellings.TellingKind;
import hub.platform.tellings.Tellings;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who hears of a review: other editors that a text waits for them, and whoever asked what came of it. A title is not said: whoever is no editor any more keeps their notifications. */
@Component
class ReviewNotices {
    private static final int MOST_EDITORS = 100;

    private final Tellings tellings;
    private final Accounts accounts;

    ReviewNotices(Tellings tellings, Accounts accounts) {
        this.tellings = tellings;
        this.accounts = accounts;
    }

    /** Says what is true of it now, in the place of what was said before; a step of the transaction that stores it. */
    Mono<Void> follow(Publication now) {
        Review review = now.review();
        if (review == null) {
            return tellings.withdraw(subject(now));
        }
        if (review.open()) {
            return accounts.withRole(Role.STAFF_EDITOR, MOST_EDITORS)
                    .map(PersonName::id)
                    .filter(now::mayBeReviewedBy)
                    .collectList()
                    .flatMap(editors -> editors.isEmpty()
                            ? tellings.withdraw(subject(now))
                            : tell(now, editors, "waits", "/news/" + now.id() + "/review"));
        }
        if (review.words() != null) {
            return tell(now, List.of(review.askedBy()), "sentBack", "/news/" + now.id() + "/edit");
        }
        return tell(now, List.of(review.askedBy()), "approved", whereRead(now));
    }

    /** Its address says its title, so until readers have it, it is found by its id. */
    private static String whereRead(Publication now) {
        return now.state() == State.PUBLISHED ? now.path() : "/news/" + now.id() + "/review";
    }

    private Mono<Void> tell(Publication now, List<String> accounts, String what, String path) {
        return tellings.tell(new Tellings.Said(
                TellingKind.LIBRARY, subject(now), now.id(), accounts, "tellings.publishing." + what, List.of(), path));
    }

    private static String subject(Publication publication) {
        return "review-publication-" + publication.id();
    }
}
