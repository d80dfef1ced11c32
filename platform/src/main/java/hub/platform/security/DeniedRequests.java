package hub.platform.security;

import hub.platform.errors.ErrorPage;
import hub.platform.errors.ErrorPages;
import hub.platform.forms.KeptForm;
import hub.platform.forms.TypedFields;
import hub.platform.identity.Viewer;
import hub.platform.signin.KeptForms;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** What becomes of a form that is not taken: sent from another site, or shown in a session that has ended. */
final class DeniedRequests implements ServerAccessDeniedHandler {
    private static final String SIGN_OUT = "/sign-out";
    private static final URI SIGNED_OUT = URI.create(SecurityConfiguration.OUT);
    private static final URI KEPT = URI.create(KeptForms.PAGE);

    private final DefaultServerRedirectStrategy redirect = new DefaultServerRedirectStrategy();
    private final ErrorPages errors;
    private final KeptForms kept;
    private final TypedFields typed;
    private final ServerSecurityContextRepository sessions;

    DeniedRequests(ErrorPages errors, KeptForms kept, TypedFields typed, ServerSecurityContextRepository sessions) {
        this.errors = errors;
        this.kept = kept;
        this.typed = typed;
        this.sessions = sessions;
    }

    /** A filter: every browser says where a form stood. A right token does not help one of another site, as its cookie may have been planted. */
    Mono<Void> foreign(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getRequest().getMethod() == HttpMethod.POST && isForeign(exchange.getRequest())
                ? page(exchange, "stale", List.of())
                : chain.filter(exchange);
    }

    private static boolean isForeign(ServerHttpRequest request) {
        try {
            return CorsUtils.isCorsRequest(request);
        } catch (IllegalArgumentException noAddress) {
            return true;
        }
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return exchange.getFormData()
                .onErrorResume(unreadable -> Mono.empty())
                .defaultIfEmpty(new LinkedMultiValueMap<>())
                .flatMap(form -> denied instanceof CsrfException
                        ? stale(exchange, form)
                        : page(exchange, "forbidden", typed.writtenIn(form)));
    }

    /** The token does not fit. If that is because the session has ended, all goes on after signing in; else what was typed is shown, to copy. */
    private Mono<Void> stale(ServerWebExchange exchange, MultiValueMap<String, String> form) {
        return ReactiveSecurityContextHolder.getContext()
                .switchIfEmpty(Mono.defer(() -> sessions.load(exchange)))
                .mapNotNull(SecurityContext::getAuthentication)
                .map(Authentication::getName)
                .defaultIfEmpty("")
                .flatMap(account -> {
                    if (account.isEmpty()) {
                        return signedOut(exchange);
                    }
                    boolean own = form.containsKey("_csrf") && account.equals(form.getFirst(KeptForm.WRITER));
                    return own ? keep(exchange, KEPT) : page(exchange, "stale", typed.writtenIn(form));
                });
    }

    private Mono<Void> signedOut(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().equals(SIGN_OUT)
                ? redirect.sendRedirect(exchange, SIGNED_OUT)
                : keep(exchange, SignInAgain.START);
    }

    private Mono<Void> keep(ServerWebExchange exchange, URI next) {
        return kept.keep(exchange).then(redirect.sendRedirect(exchange, next));
    }

    private Mono<Void> page(ServerWebExchange exchange, String kind, List<String> typed) {
        return errors.show(exchange, HttpStatus.FORBIDDEN, ErrorPage.of(kind, typed), Viewer.nobody());
    }
}
