package hub.launcher;

import hub.platform.identity.AccountRefusal;
import hub.platform.identity.Inviter;
import hub.platform.refusals.Rejected;
import hub.signin.EmailInUse;
import java.net.URI;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Invitations by the embedded provider, which blocks, for the hub, which does not. */
final class ProviderInviter implements Inviter {
    /** What stands before a subject of the embedded provider in an identity: its address would change with the port. */
    static final String REALM = "hearth";

    private final OwnProvider provider;

    ProviderInviter(OwnProvider provider) {
        this.provider = provider;
    }

    @Override
    public Mono<Invitation> invite(String name, String email) {
        return off(() -> provider.get().invite(name, email));
    }

    @Override
    public Mono<Invitation> inviteAgain(String identity, String name, @Nullable String email) {
        return off(() -> provider.get().inviteAgain(subject(identity), name, email));
    }

    @Override
    public Mono<URI> link(String identity) {
        return Mono.fromCallable(() -> provider.get().link(subject(identity)))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorResume(NoSuchElementException.class, nobody -> Mono.empty());
    }

    @Override
    public String identityOf(String account) {
        return REALM + "|" + account;
    }

    @Override
    public Mono<Void> forget(String identity) {
        return Mono.<Void>fromRunnable(() -> provider.get().forget(subject(identity)))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static String subject(String identity) {
        return identity.substring(identity.indexOf('|') + 1);
    }

    private static Mono<Invitation> off(Callable<hub.signin.Invitation> work) {
        return Mono.fromCallable(work)
                .subscribeOn(Schedulers.boundedElastic())
                .map(invitation -> new Invitation(REALM + "|" + invitation.subject(), invitation.link()))
                .onErrorMap(EmailInUse.class, inUse -> new Rejected(AccountRefusal.INVITED_ALREADY))
                .onErrorMap(NoSuchElementException.class, nobody -> new Rejected(AccountRefusal.NO_EMAIL));
    }
}
