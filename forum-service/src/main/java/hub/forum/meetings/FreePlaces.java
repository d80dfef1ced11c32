package hub.forum.meetings;

import hub.platform.identity.Account;
import hub.platform.identity.AccountFollower;
import hub.platform.identity.Approval;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whoever is not approved any more comes to no meeting: their places are for those who wait. */
@Component
class FreePlaces implements AccountFollower {
    private final Replies replies;

    FreePlaces(Replies replies) {
        this.replies = replies;
    }

    @Override
    public Mono<Void> changed(Account before, Account after) {
        return before.approval() == Approval.APPROVED && after.approval() != Approval.APPROVED
                ? replies.gone(after.id())
                : Mono.empty();
    }
}
