package hub.platform.identity;

import hub.platform.refusals.Rejected;
import reactor.core.publisher.Mono;

/**
 * What must hold together with an account: a feature provides it to follow a change of approval, roles or household, or to refuse it. Asked in
 * the transaction of the change, so that both hold or neither.
 */
public interface AccountFollower {

    /** @throws Rejected (as a signal) if the change cannot be */
    Mono<Void> changed(Account before, Account after);

    /** An administrator paused this account, which may have been paused before: it stays so until an administrator lets them in. */
    default Mono<Void> suspendedByAdministrator(Account account) {
        return Mono.empty();
    }

    /** The settings named this person as the first administrator, there was none, and they have just signed in. */
    default Mono<Void> becameFirstAdministrator(Account account) {
        return Mono.empty();
    }
}
