package hub.platform.security;

import hub.platform.identity.Viewer;
import hub.platform.management.ManagementPort;
import hub.platform.web.ErrorPages;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mongodb.spring.session.ReactiveMongoSessionRepository;
import org.mongodb.spring.session.config.annotation.web.reactive.EnableMongoWebSession;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.HttpStatusServerEntryPoint;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.logout.DelegatingServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.RedirectServerLogoutSuccessHandler;
import org.springframework.security.web.server.authentication.logout.SecurityContextServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.ServerLogoutSuccessHandler;
import org.springframework.security.web.server.authentication.logout.WebSessionServerLogoutHandler;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.session.config.ReactiveSessionRepositoryCustomizer;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;

/** OpenID Connect is the only way in. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableMongoWebSession
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class SecurityConfiguration {
    private static final String ASSETS = "/assets/**";
    private static final String OUT = "/sign-in/out";

    /** Health and metrics need no sign-in where they are, and the pages are not there. */
    @Bean
    @Order(0)
    SecurityWebFilterChain management(ServerHttpSecurity http, ManagementPort management) {
        return http.securityMatcher(
                        exchange -> management.received(exchange) ? MatchResult.match() : MatchResult.notMatch())
                .authorizeExchange(paths -> paths.pathMatchers(HttpMethod.GET, "/health/*", "/metrics")
                        .permitAll()
                        .anyExchange()
                        .denyAll())
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(new HttpStatusServerEntryPoint(HttpStatus.NOT_FOUND)))
                .build();
    }

    @Bean
    SecurityWebFilterChain security(
            ServerHttpSecurity http,
            PublicPaths.All open,
            ReactiveClientRegistrationRepository clients,
            ErrorPages errors,
            ReturnAddress returnAddress,
            KeptForms kept,
            Clock clock,
            @Value("${hearth.session.absolute}") Duration absolute,
            @Value("${hearth.sign-in.origin:}") String providerOrigin) {
        SignInAgain signInAgain = new SignInAgain(returnAddress, kept);
        OidcClientInitiatedServerLogoutSuccessHandler signedOut =
                new OidcClientInitiatedServerLogoutSuccessHandler(clients);
        signedOut.setPostLogoutRedirectUri("{baseUrl}" + OUT);
        return http.securityMatcher(new NegatedServerWebExchangeMatcher(ServerWebExchangeMatchers.pathMatchers(ASSETS)))
                .securityContextRepository(new SessionLimits(absolute, clock))
                .authorizeExchange(paths -> paths.matchers(exchange ->
                                open.contains(exchange.getRequest().getPath().pathWithinApplication())
                                        ? MatchResult.match()
                                        : MatchResult.notMatch())
                        .permitAll()
                        .anyExchange()
                        .authenticated())
                .requestCache(cache -> cache.requestCache(returnAddress))
                .oauth2Login(login -> login.authenticationSuccessHandler(new SignedIn(returnAddress))
                        .authenticationFailureHandler(
                                new RedirectServerAuthenticationFailureHandler("/sign-in/failed")))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(signInAgain).accessDeniedHandler(denied(errors)))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie(absolute)).accessDeniedHandler(denied(errors)))
                .logout(logout -> logout.logoutHandler(new DelegatingServerLogoutHandler(
                                new SecurityContextServerLogoutHandler(), new WebSessionServerLogoutHandler()))
                        .requiresLogout(ServerWebExchangeMatchers.pathMatchers(HttpMethod.POST, "/sign-out"))
                        .logoutSuccessHandler(hereAtLeast(signedOut)))
                .headers(headers -> headers.contentSecurityPolicy(
                                csp -> csp.policyDirectives(contentSecurityPolicy(providerOrigin)))
                        .frameOptions(frame -> frame.mode(XFrameOptionsServerHttpHeadersWriter.Mode.DENY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** Signing out here does not fail because the provider, where it goes on to, is away. */
    private static ServerLogoutSuccessHandler hereAtLeast(ServerLogoutSuccessHandler atTheProviderToo) {
        RedirectServerLogoutSuccessHandler here = new RedirectServerLogoutSuccessHandler();
        here.setLogoutSuccessUrl(URI.create(OUT));
        return (exchange, authentication) -> atTheProviderToo
                .onLogoutSuccess(exchange, authentication)
                .onErrorResume(ProviderAway.class, away -> here.onLogoutSuccess(exchange, authentication));
    }

    private static CookieServerCsrfTokenRepository csrfCookie(Duration age) {
        CookieServerCsrfTokenRepository cookie = new CookieServerCsrfTokenRepository();
        cookie.setCookieName("HEARTH_CSRF");
        // As long as the session: an old phone that forgot the token would lose what was typed.
        cookie.setCookieCustomizer(
                builder -> builder.sameSite("Lax").httpOnly(true).maxAge(age));
        return cookie;
    }

    /** Browsers hold a form's redirects to form-action too: signing out goes on to the provider. */
    private static String contentSecurityPolicy(String providerOrigin) {
        return "default-src 'self'; img-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                + providerOrigin;
    }

    /** A form whose token does not fit: the page was open too long, or another site sent it. What was typed is shown, to copy. */
    private static ServerAccessDeniedHandler denied(ErrorPages errors) {
        return (exchange, denied) -> exchange.getFormData()
                .map(form -> Map.of("typed", KeptForm.typed(form)))
                .onErrorReturn(Map.of("typed", List.of()))
                .flatMap(typed -> errors.page(
                        exchange,
                        HttpStatus.FORBIDDEN,
                        denied instanceof CsrfException ? "stale" : "forbidden",
                        Viewer.nobody(),
                        typed));
    }

    /** Requests are measured as a whole; each filter of this chain on its own would cost more than it tells. */
    @Bean
    SecurityObservationSettings unmeasured() {
        return SecurityObservationSettings.noObservations();
    }

    /** The idle limit; the library's own default would be half an hour. */
    @Bean
    ReactiveSessionRepositoryCustomizer<ReactiveMongoSessionRepository> idleLimit(
            @Value("${hearth.session.idle}") Duration idle) {
        return sessions -> sessions.setDefaultMaxInactiveInterval(idle);
    }

    /** An address or header that nobody's browser sends by itself: the house's page rather than an empty answer. */
    @Bean
    ServerExchangeRejectedHandler rejected(
            ErrorPages errors, @Value("${hearth.sign-in.origin:}") String providerOrigin) {
        return (exchange, rejected) -> {
            exchange.getResponse().getHeaders().set("Content-Security-Policy", contentSecurityPolicy(providerOrigin));
            return errors.page(exchange, HttpStatus.BAD_REQUEST, "badRequest", Viewer.nobody(), Map.of());
        };
    }

    @Bean
    WebSessionIdResolver sessionCookie(@Value("${hearth.session.absolute}") Duration absolute) {
        CookieWebSessionIdResolver resolver = new CookieWebSessionIdResolver();
        resolver.setCookieName(SessionLimits.COOKIE);
        resolver.setCookieMaxAge(absolute);
        resolver.addCookieInitializer(cookie -> cookie.path("/").httpOnly(true).sameSite("Lax"));
        return resolver;
    }

    @Bean
    PublicPaths signInPaths() {
        return PublicPaths.of(
                ASSETS, "/sign-in/**", "/sign-out", "/login/**", "/oauth2/**", "/about/**", "/help", "/favicon.ico");
    }
}
