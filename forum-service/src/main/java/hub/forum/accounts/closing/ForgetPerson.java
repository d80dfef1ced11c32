package hub.forum.accounts.closing;

import hub.platform.due.DueHandler;
import hub.platform.identity.Inviter;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The hub's own sign-in forgets somebody whose account is closed; another provider is told by the council. Done again it does no harm. */
@Component
class ForgetPerson implements DueHandler {
    static final String FORGET = "accounts.forget";

    private final ObjectProvider<Inviter> inviter;

    ForgetPerson(ObjectProvider<Inviter> inviter) {
        this.inviter = inviter;
    }

    @Override
    public String kind() {
        return FORGET;
    }

    @Override
    public Mono<Void> handle(String identity, Instant moment) {
        Inviter provider = inviter.getIfAvailable();
        return provider == null ? Mono.empty() : provider.forget(identity);
    }
}
