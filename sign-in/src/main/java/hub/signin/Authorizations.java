package hub.signin;

import java.security.Principal;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/**
 * Sign-ins on their way to the hub, in memory: they last minutes, and one that is lost in a restart begins again by itself. An ID token must
 * be known for longer, as signing out shows it weeks later, maybe after restarts; so it is not looked up but believed by its signature,
 * however old it is.
 */
final class Authorizations implements OAuth2AuthorizationService {
    private static final Duration KEPT = Duration.ofMinutes(10);

    private record Kept(OAuth2Authorization authorization, Instant since) {}

    private final Map<String, Kept> underWay = new ConcurrentHashMap<>();
    private final RegisteredClientRepository clients;
    private final NimbusJwtDecoder idTokens;
    private final Clock clock;

    Authorizations(RegisteredClientRepository clients, RSAPublicKey key, String issuer, Clock clock) {
        this.clients = clients;
        this.clock = clock;
        this.idTokens = NimbusJwtDecoder.withPublicKey(key).build();
        idTokens.setJwtValidator(new JwtIssuerValidator(issuer));
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        Instant now = clock.instant();
        underWay.values().removeIf(kept -> kept.since().plus(KEPT).isBefore(now));
        underWay.put(authorization.getId(), new Kept(authorization, now));
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        underWay.remove(authorization.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        Kept kept = underWay.get(id);
        return kept == null ? null : kept.authorization();
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return switch (type == null ? "" : type.getValue()) {
            case "code" -> holding(OAuth2AuthorizationCode.class, token);
            case "access_token" -> holding(OAuth2AccessToken.class, token);
            case OidcParameterNames.ID_TOKEN -> signedHere(token);
            default -> null;
        };
    }

    private @Nullable OAuth2Authorization holding(Class<? extends OAuth2Token> type, String value) {
        return underWay.values().stream()
                .map(Kept::authorization)
                .filter(authorization -> {
                    var token = authorization.getToken(type);
                    return token != null && token.getToken().getTokenValue().equals(value);
                })
                .findFirst()
                .orElse(null);
    }

    private @Nullable OAuth2Authorization signedHere(String value) {
        try {
            Jwt token = idTokens.decode(value);
            RegisteredClient client =
                    token.getAudience() == null || token.getAudience().isEmpty()
                            ? null
                            : clients.findByClientId(token.getAudience().getFirst());
            return client == null || token.getSubject() == null ? null : of(token, client);
        } catch (JwtException notOurs) {
            return null;
        }
    }

    private static OAuth2Authorization of(Jwt token, RegisteredClient client) {
        String subject = Objects.requireNonNull(token.getSubject());
        OidcIdToken idToken =
                new OidcIdToken(token.getTokenValue(), token.getIssuedAt(), token.getExpiresAt(), token.getClaims());
        return OAuth2Authorization.withRegisteredClient(client)
                .principalName(subject)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .attribute(
                        Principal.class.getName(),
                        UsernamePasswordAuthenticationToken.authenticated(subject, null, List.of()))
                .token(
                        idToken,
                        metadata -> metadata.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, idToken.getClaims()))
                .build();
    }
}
