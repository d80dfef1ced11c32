package hub.forum.constellations.rota;

import hub.platform.identity.Account;
import hub.platform.identity.AccountFollower;
import hub.platform.identity.Approval;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whoever is suspended, or whose approval ends, is not on call any more: nobody rings them at night, and nothing waits for their answer. */
@Component
class RotaFollowsAccounts implements AccountFollower {
    private final Rotas rotas;

    RotaFollowsAccounts(Rotas rotas) {
        this.rotas = rotas;
    }

    @Override
    public Mono<Void> changed(Account before, Account after) {
        return before.approval() == Approval.APPROVED && after.approval() != Approval.APPROVED
                ? rotas.shutOut(after.id())
                : Mono.empty();
    }
}
