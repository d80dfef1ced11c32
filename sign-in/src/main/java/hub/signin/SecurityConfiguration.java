package hub.signin;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The endpoints of OpenID Connect for one client, the hub, and what guards the pages beside them. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
    static final String AUTHORIZE = "/oauth2/authorize";

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http, Settings settings, RequestCache cameFrom) throws Exception {
        OAuth2AuthorizationServerConfigurer protocol = new OAuth2AuthorizationServerConfigurer();
        LoginUrlAuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint(settings.issuer() + "/sign-in");
        return withHeaders(http, settings)
                .addFilterBefore(new SignInStarts(), CsrfFilter.class)
                .securityMatcher(protocol.getEndpointsMatcher())
                .with(
                        protocol,
                        server -> server.oidc(oidc -> oidc.logoutEndpoint(
                                logout -> logout.errorResponseHandler((request, response, doubtful) ->
                                        response.sendRedirect(settings.issuer() + "/sign-out")))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(userInfo -> userInfo.jwt(Customizer.withDefaults()))
                .requestCache(cache -> cache.requestCache(cameFrom))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                        signIn, PathPatternRequestMatcher.pathPattern(AUTHORIZE)))
                .build();
    }

    /** Nothing here is for some people only: a page shows what its visitor's link or form earns. */
    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, Settings settings, RequestCache cameFrom, CsrfTokenRepository tokens)
            throws Exception {
        return withHeaders(http, settings)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .requestCache(cache -> cache.requestCache(cameFrom))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .addFilterBefore(new OwnForms(settings.origin()), CsrfFilter.class)
                .exceptionHandling(handling -> handling.accessDeniedHandler(startAgain(settings)))
                .logout(logout -> logout.disable())
                .build();
    }

    /** Browsers hold the redirects that follow a form to form-action too: signing in leads on to the hub. */
    private static HttpSecurity withHeaders(HttpSecurity http, Settings settings) throws Exception {
        return http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(
                        "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                                + settings.hubOrigin()))
                .frameOptions(frame -> frame.deny())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
    }

    /** A form whose token does not fit: the page was open too long. An invitation is shown afresh, all else begins again at the hub. */
    private static AccessDeniedHandler startAgain(Settings settings) {
        return (request, response, stale) -> response.sendRedirect(
                request.getRequestURI().startsWith(settings.path() + "/invitation/")
                        ? settings.origin() + request.getRequestURI()
                        : settings.hubSignIn());
    }

    /** What is asked for before signing in is kept in the session, where nobody can tamper with it; nothing else is worth coming back to. */
    @Bean
    RequestCache cameFrom() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(PathPatternRequestMatcher.pathPattern(HttpMethod.GET, AUTHORIZE));
        return cache;
    }

    @Bean
    CsrfTokenRepository csrfTokens(Settings settings) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("HEARTH_SIGN_IN_CSRF");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).sameSite("Lax").secure(settings.isBehindTls()));
        return tokens;
    }

    @Bean
    AuthorizationServerSettings addresses(Settings settings) {
        return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
    }

    /** For the hub's secret; people's passwords are kept by {@link Passwords}. */
    @Bean
    PasswordEncoder clientSecrets() {
        return Passwords.forRandomSecrets();
    }

    @Bean
    RegisteredClientRepository clients(Settings settings, PasswordEncoder clientSecrets) {
        return new InMemoryRegisteredClientRepository(RegisteredClient.withId("hearth")
                .clientId("hearth")
                .clientName(settings.siteName())
                .clientSecret(Objects.requireNonNull(clientSecrets.encode(settings.clientSecret())))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(settings.hubOrigin() + "/login/oauth2/code/hearth")
                .postLogoutRedirectUri(settings.hubOrigin() + "/sign-in/out")
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .scope(OidcScopes.EMAIL)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(Duration.ofMinutes(2))
                        .accessTokenTimeToLive(Duration.ofMinutes(5))
                        .build())
                .build());
    }

    @Bean
    RSAKey signingKey(SigningKeyStore keys) {
        return keys.current();
    }

    @Bean
    JWKSource<SecurityContext> keySource(RSAKey signingKey) {
        return new ImmutableJWKSet<>(new JWKSet(signingKey));
    }

    @Bean
    JwtDecoder accessTokens(RSAKey signingKey, Settings settings) throws Exception {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withPublicKey(signingKey.toRSAPublicKey()).build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(settings.issuer()));
        return decoder;
    }

    @Bean
    OAuth2AuthorizationService authorizations(
            RegisteredClientRepository clients, RSAKey signingKey, Settings settings, Clock clock) throws Exception {
        return new Authorizations(clients, signingKey.toRSAPublicKey(), settings.issuer(), clock);
    }

    @Bean
    SessionRegistry sessionRegistry() {
        return new UntrackedSessions();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(People people) {
        return context -> {
            if (context.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
                addClaims(context, people);
            }
        };
    }

    private static void addClaims(JwtEncodingContext context, People people) {
        Person person = people.bySubject(Objects.requireNonNull(context.<Authentication>getPrincipal())
                        .getName())
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
        if (context.getAuthorizedScopes().contains(OidcScopes.PROFILE)) {
            context.getClaims().claim("name", person.name()).claim("preferred_username", person.username());
        }
        if (context.getAuthorizedScopes().contains(OidcScopes.EMAIL)) {
            context.getClaims().claim("email", person.username());
        }
    }
}
