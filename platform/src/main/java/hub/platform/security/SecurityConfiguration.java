package hub.platform.security;

import hub.platform.errors.ErrorPage;
import hub.platform.errors.ErrorPages;
import hub.platform.forms.TypedFields;
import hub.platform.identity.Viewer;
import hub.platform.management.ManagementPort;
import hub.platform.signin.KeptForms;
import hub.platform.signin.ProviderAway;
import hub.platform.signin.ReturnAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mongodb.spring.session.AbstractMongoSessionConverter;
import org.mongodb.spring.session.JdkMongoSessionConverter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthenticatedReactiveAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
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
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.session.config.annotation.web.server.EnableSpringWebSession;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.publisher.Mono;

/** OpenID Connect is the only way in. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableSpringWebSession
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class SecurityConfiguration {
    private static final String ASSETS = "/assets/**";
    static final String OUT = "/sign-in/out";
    private static final Set<HttpMethod> READING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.TRACE, HttpMethod.OPTIONS);

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

    /** The ways in and out. Their filters look at addresses that no page has, so that pages are spared them. */
    @Bean
    @Order(1)
    SecurityWebFilterChain signIn(
            ServerHttpSecurity http,
            ReactiveClientRegistrationRepository clients,
            ReturnAddress returnAddress,
            Frame frame,
            @Value("${hearth.session.idle}") Duration idle) {
        OidcClientInitiatedServerLogoutSuccessHandler signedOut =
                new OidcClientInitiatedServerLogoutSuccessHandler(clients);
        signedOut.setPostLogoutRedirectUri("{baseUrl}" + OUT);
        return frame.around(http)
                .addFilterBefore(new SignInStarts(), SecurityWebFiltersOrder.AUTHENTICATION)
                .securityMatcher(at("/oauth2/**", "/login/**", "/sign-out"))
                .authorizeExchange(paths -> paths.anyExchange().permitAll())
                .oauth2Login(login -> login.authenticationSuccessHandler(new SignedIn(returnAddress, idle))
                        .authenticationFailureHandler(
                                new RedirectServerAuthenticationFailureHandler("/sign-in/failed")))
                .logout(logout -> logout.logoutHandler(new DelegatingServerLogoutHandler(
                                new SecurityContextServerLogoutHandler(), new WebSessionServerLogoutHandler()))
                        .requiresLogout(ServerWebExchangeMatchers.pathMatchers(HttpMethod.POST, "/sign-out"))
                        .logoutSuccessHandler(hereAtLeast(signedOut)))
                .build();
    }

    /** Files for everybody, which say how long they may be kept and are no other type than they say. No session is read for them: they are there whatever is away. */
    @Bean
    @Order(2)
    SecurityWebFilterChain assets(ServerHttpSecurity http) {
        return http.securityMatcher(at(ASSETS))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .authorizeExchange(files -> files.anyExchange().permitAll())
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .headers(headers -> headers.cache(ServerHttpSecurity.HeaderSpec.CacheSpec::disable))
                .build();
    }

    /** Pages whose forms come from anywhere, such as from a mail program. */
    @Bean
    @Order(3)
    SecurityWebFilterChain fromElsewhere(ServerHttpSecurity http, PublicPaths.All open, Frame frame) {
        return frame.headers(http)
                .securityMatcher(exchange ->
                        open.takesFromElsewhere(exchange.getRequest().getPath().pathWithinApplication())
                                ? MatchResult.match()
                                : MatchResult.notMatch())
                .authorizeExchange(paths -> paths.anyExchange().permitAll())
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .build();
    }

    @Bean
    @Order(4)
    SecurityWebFilterChain pages(ServerHttpSecurity http, PublicPaths.All open, Frame frame) {
        AuthenticatedReactiveAuthorizationManager<AuthorizationContext> signedIn =
                AuthenticatedReactiveAuthorizationManager.authenticated();
        return frame.around(http)
                .authorizeExchange(paths -> paths.anyExchange()
                        .access((authentication, asked) -> open.contains(asked.getExchange()
                                        .getRequest()
                                        .getPath()
                                        .pathWithinApplication())
                                ? Mono.just(new AuthorizationDecision(true))
                                : signedIn.authorize(authentication, asked)))
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .build();
    }

    /** What both have: the session's limits, the form token, the headers, and where one is led who may not. */
    @Component
    static final class Frame {
        private final ReturnAddress returnAddress;
        private final SignInAgain signInAgain;
        private final SessionLimits sessions;
        private final DeniedRequests refusals;
        private final Duration absolute;
        private final String providerOrigin;

        Frame(
                ErrorPages errors,
                ReturnAddress returnAddress,
                KeptForms kept,
                TypedFields typed,
                Clock clock,
                @Value("${hearth.session.absolute}") Duration absolute,
                @Value("${hearth.sign-in.origin:}") String providerOrigin) {
            this.returnAddress = returnAddress;
            this.signInAgain = new SignInAgain(returnAddress, kept);
            this.sessions = new SessionLimits(absolute, clock);
            this.refusals = new DeniedRequests(errors, kept, typed, sessions);
            this.absolute = absolute;
            this.providerOrigin = providerOrigin;
        }

        private ServerHttpSecurity around(ServerHttpSecurity http) {
            return headers(http)
                    .addFilterBefore(SecurityConfiguration::formFirst, SecurityWebFiltersOrder.CSRF)
                    .addFilterBefore(refusals::foreign, SecurityWebFiltersOrder.CSRF)
                    .exceptionHandling(handling ->
                            handling.authenticationEntryPoint(signInAgain).accessDeniedHandler(refusals))
                    .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie(absolute))
                            .csrfTokenRequestHandler(new FormTokens())
                            .requireCsrfProtectionMatcher(SecurityConfiguration::changesSomething)
                            .accessDeniedHandler(refusals));
        }

        private ServerHttpSecurity headers(ServerHttpSecurity http) {
            return http.securityContextRepository(sessions)
                    .requestCache(cache -> cache.requestCache(returnAddress))
                    .headers(headers -> headers.contentSecurityPolicy(
                                    csp -> csp.policyDirectives(contentSecurityPolicy(providerOrigin)))
                            .frameOptions(frame -> frame.mode(XFrameOptionsServerHttpHeadersWriter.Mode.DENY))
                            .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
        }
    }

    private static ServerWebExchangeMatcher at(String... patterns) {
        List<PathPattern> paths = PublicPaths.of(patterns).parsed();
        return exchange ->
                PublicPaths.anyMatches(paths, exchange.getRequest().getPath().pathWithinApplication())
                        ? MatchResult.match()
                        : MatchResult.notMatch();
    }

    /** What is no form is refused here: where the token is looked for, Reactor logs the refusal as an error that nobody took. */
    private static Mono<Void> formFirst(ServerWebExchange exchange, WebFilterChain chain) {
        return READING.contains(exchange.getRequest().getMethod())
                ? chain.filter(exchange)
                : exchange.getFormData().then(Mono.defer(() -> chain.filter(exchange)));
    }

    /** As Spring Security would say it, of these methods alone that a form token is not needed for. */
    private static Mono<MatchResult> changesSomething(ServerWebExchange exchange) {
        return READING.contains(exchange.getRequest().getMethod()) ? MatchResult.notMatch() : MatchResult.match();
    }

    /** Signing out here does not fail because the provider, where it goes on to, is away. */
    private static ServerLogoutSuccessHandler hereAtLeast(ServerLogoutSuccessHandler atTheProviderToo) {
        RedirectServerLogoutSuccessHandler here = new RedirectServerLogoutSuccessHandler();
        here.setLogoutSuccessUrl(URI.create(OUT));
        return (exchange, authentication) -> atTheProviderToo
                .onLogoutSuccess(exchange, authentication)
                .onErrorResume(ProviderAway.class, away -> here.onLogoutSuccess(exchange, authentication));
    }

    /** The cookie of form tokens, which travels by TLS alone where the page came by it. */
    private static ServerCsrfTokenRepository csrfCookie(Duration age) {
        CookieServerCsrfTokenRepository plain = csrfCookie(age, false);
        CookieServerCsrfTokenRepository secure = csrfCookie(age, true);
        return new ServerCsrfTokenRepository() {
            private ServerCsrfTokenRepository of(ServerWebExchange exchange) {
                return "https".equals(exchange.getRequest().getURI().getScheme()) ? secure : plain;
            }

            @Override
            public Mono<CsrfToken> generateToken(ServerWebExchange exchange) {
                return of(exchange).generateToken(exchange);
            }

            @Override
            public Mono<Void> saveToken(ServerWebExchange exchange, @Nullable CsrfToken token) {
                return of(exchange).saveToken(exchange, token);
            }

            @Override
            public Mono<CsrfToken> loadToken(ServerWebExchange exchange) {
                return of(exchange).loadToken(exchange);
            }
        };
    }

    private static CookieServerCsrfTokenRepository csrfCookie(Duration age, boolean secure) {
        CookieServerCsrfTokenRepository cookie = new CookieServerCsrfTokenRepository();
        cookie.setCookieName("HEARTH_CSRF");
        // As long as the session: an old phone that forgot the token would lose what was typed.
        cookie.setCookieCustomizer(
                builder -> builder.sameSite("Lax").httpOnly(true).secure(secure).maxAge(age));
        return cookie;
    }

    /** Browsers hold a form's redirects to form-action too: signing out goes on to the provider. */
    private static String contentSecurityPolicy(String providerOrigin) {
        return "default-src 'self'; img-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                + providerOrigin;
    }

    /** Requests are measured as a whole; each filter of this chain on its own would cost more than it tells. */
    @Bean
    SecurityObservationSettings unmeasured() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    AbstractMongoSessionConverter sessionConverter(@Value("${hearth.session.before-sign-in}") Duration beforeSignIn) {
        return new JdkMongoSessionConverter(beforeSignIn);
    }

    /** An address or header that nobody's browser sends by itself: the house's page rather than an empty answer. */
    @Bean
    ServerExchangeRejectedHandler rejected(
            ErrorPages errors, @Value("${hearth.sign-in.origin:}") String providerOrigin) {
        return (exchange, rejected) -> {
            HttpHeaders headers = exchange.getResponse().getHeaders();
            headers.set("Content-Security-Policy", contentSecurityPolicy(providerOrigin));
            headers.set("X-Content-Type-Options", "nosniff");
            return errors.show(exchange, HttpStatus.BAD_REQUEST, ErrorPage.of("badRequest"), Viewer.nobody());
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
