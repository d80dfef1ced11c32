package hub.forum.accounts;

import hub.platform.audit.AuditLog;
import hub.platform.identity.Account;
import hub.platform.identity.AccountFollower;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Nobody appointed the first administrator but the settings: the audit log says so. */
@Component
class FirstAdministrator implements AccountFollower {
    private final AuditLog audit;

    FirstAdministrator(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public Mono<Void> changed(Account before, Account after) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> becameFirstAdministrator(Account account) {
        return audit.record("accounts.first", account.id(), account.id(), null, Map.of());
    }
}
