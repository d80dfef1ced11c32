package hub.platform.signin;

import hub.platform.forms.KeptForm;
import hub.platform.requests.RateLimit;
import hub.platform.requests.TooMany;
import hub.platform.viewer.SignInMoment;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** What was sent and could not be taken yet: kept in the session, given back to the one who wrote it, forgotten once it is sent again. */
@Component
public class KeptForms {
    /** Where what is kept is shown, with a button that sends it. */
    public static final String PAGE = "/sign-in/kept";

    private static final Duration STRETCH = Duration.ofMinutes(30);

    private final RateLimit limit;

    /**
     * @param texts how many are kept for strangers of one network in half an hour, with 60,000 characters each at most
     * @param inAll how many for all strangers
     */
    public KeptForms(
            @Value("${hearth.strangers.texts}") int texts, @Value("${hearth.strangers.texts-in-all}") int inAll) {
        this.limit = new RateLimit(texts, inAll, STRETCH);
    }

    /**
     * Keeps what this request sends; does nothing if that is no form, or too long.
     *
     * @throws TooMany (as a signal) if nobody is signed in, and it was done too often for this network, or for all, in half an hour
     */
    public Mono<Void> keep(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            KeptForm kept = KeptForm.of(exchange.getRequest().getPath().value(), form);
            return kept == null ? Mono.empty() : keep(kept, exchange);
        });
    }

    private Mono<Void> keep(KeptForm kept, ServerWebExchange exchange) {
        return exchange.getSession()
                .doOnNext(session -> {
                    if (!SignInMoment.isSignedIn(session)) {
                        TooMany.unless(limit, exchange);
                    }
                    session.getAttributes().put(KeptForm.ATTRIBUTE, kept);
                })
                .then();
    }

    /** What this person typed before; empty if nothing, or if somebody else did. */
    public Mono<KeptForm> of(WebSession session, String account) {
        KeptForm kept = session.getAttribute(KeptForm.ATTRIBUTE);
        return kept != null && account.equals(kept.writer()) ? Mono.just(kept) : Mono.empty();
    }

    /** To be called when a form arrives from somebody who may send it: what was kept of it has served. */
    public Mono<Void> forgetIfSent(ServerWebExchange exchange) {
        if (exchange.getRequest().getMethod() != HttpMethod.POST) {
            return Mono.empty();
        }
        String path = exchange.getRequest().getPath().value();
        return exchange.getSession()
                .filter(session -> session.getAttribute(KeptForm.ATTRIBUTE) instanceof KeptForm kept
                        && kept.path().equals(path))
                .doOnNext(session -> session.getAttributes().remove(KeptForm.ATTRIBUTE))
                .then();
    }
}
