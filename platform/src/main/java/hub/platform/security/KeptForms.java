package hub.platform.security;

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

    /** Keeps what this request sends; does nothing if that is no form, or too long. */
    public Mono<Void> keep(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            KeptForm kept = KeptForm.of(exchange.getRequest().getPath().value(), form);
            return kept == null
                    ? Mono.empty()
                    : exchange.getSession()
                            .doOnNext(session -> session.getAttributes().put(KeptForm.ATTRIBUTE, kept))
                            .then();
        });
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
