package hub.platform.security;

import hub.platform.signin.ProviderAway;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * How the hub is known to its provider, and where that is. The provider is asked for its addresses at the first sign-in rather than at the start,
 * so that a hub starts while its provider is away; what it answered is kept, a failure is not.
 */
@Component
class ProviderClients implements ReactiveClientRegistrationRepository {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderClients.class);
    private static final String HEARTH = "hearth";
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final List<String> ASKED_BY_US = List.of("token_endpoint", "jwks_uri", "userinfo_endpoint");
    private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENT =
            new ParameterizedTypeReference<>() {};

    private final Mono<ClientRegistration> hearth;

    /**
     * @param inside where this process reaches the provider, if that is another address than the issuer's, which browsers use; may be empty. The
     *     provider must still answer with the issuer's address as its name
     */
    ProviderClients(OAuth2ClientProperties properties, @Value("${hearth.sign-in.issuer-inside:}") String inside) {
        OAuth2ClientProperties.Provider provider =
                Objects.requireNonNull(properties.getProvider().get(HEARTH), "No provider is configured");
        String issuer = provider.getIssuerUri();
        hearth = issuer == null ? Mono.just(configured(properties)) : discovered(properties, issuer, inside);
    }

    @Override
    public Mono<ClientRegistration> findByRegistrationId(String id) {
        return id.equals(HEARTH) ? hearth : Mono.empty();
    }

    /** All addresses are in the settings: nobody needs to be asked. */
    private static ClientRegistration configured(OAuth2ClientProperties properties) {
        return Objects.requireNonNull(new OAuth2ClientPropertiesMapper(properties)
                .asClientRegistrations()
                .get(HEARTH));
    }

    private static Mono<ClientRegistration> discovered(
            OAuth2ClientProperties properties, String issuer, String inside) {
        String address = withoutSlash(inside.isEmpty() ? issuer : inside) + "/.well-known/openid-configuration";
        return WebClient.create(address)
                .get()
                .retrieve()
                .bodyToMono(DOCUMENT)
                .timeout(PATIENCE)
                .map(document -> registration(properties, issuer, withWaysInside(document, issuer, inside)))
                .doOnError(failure ->
                        LOG.error("The sign-in provider did not answer at {}: {}", address, failure.toString()))
                .onErrorMap(ProviderAway::new)
                .cache(found -> Duration.ofMillis(Long.MAX_VALUE), failure -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** What this process itself asks the provider goes the inside way, also where the provider knows its outer addresses alone. */
    private static Map<String, Object> withWaysInside(Map<String, Object> document, String issuer, String inside) {
        if (inside.isEmpty()) {
            return document;
        }
        Map<String, Object> ways = new HashMap<>(document);
        ASKED_BY_US.forEach(way -> ways.computeIfPresent(
                way,
                (name, address) -> String.valueOf(address).startsWith(withoutSlash(issuer) + "/")
                        ? withoutSlash(inside)
                                + String.valueOf(address)
                                        .substring(withoutSlash(issuer).length())
                        : address));
        return ways;
    }

    private static ClientRegistration registration(
            OAuth2ClientProperties properties, String issuer, Map<String, Object> document) {
        if (!withoutSlash(issuer).equals(withoutSlash(String.valueOf(document.get("issuer"))))) {
            throw new IllegalStateException("It names itself " + document.get("issuer") + ", not " + issuer);
        }
        OAuth2ClientProperties.Registration client =
                Objects.requireNonNull(properties.getRegistration().get(HEARTH));
        return ClientRegistrations.fromOidcConfiguration(document)
                .registrationId(HEARTH)
                .clientId(Objects.requireNonNull(client.getClientId()))
                .clientSecret(client.getClientSecret())
                .redirectUri(client.getRedirectUri())
                .scope(client.getScope())
                .build();
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
