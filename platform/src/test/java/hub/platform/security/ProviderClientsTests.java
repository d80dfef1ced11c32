package hub.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.platform.signin.ProviderAway;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class ProviderClientsTests {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AtomicInteger asked = new AtomicInteger();
    private DisposableServer server = serve(0, "http://sign-in.example.org");

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void aProviderThatIsAwayAtFirstIsFoundOnceItIsBack() {
        String issuer = "http://localhost:" + server.port();
        server.disposeNow();
        ProviderClients clients = clients(issuer, "");
        away(clients);

        server = serve(server.port(), issuer);
        assertThat(found(clients).getProviderDetails().getTokenUri()).isEqualTo(issuer + "/token");
    }

    @Test
    void itIsAskedOnce() {
        String issuer = "http://localhost:" + server.port();
        server.disposeNow();
        server = serve(server.port(), issuer);
        ProviderClients clients = clients(issuer + "/", "");
        found(clients);
        found(clients);
        assertThat(asked).hasValue(1);
    }

    @Test
    void itIsReachedAtItsInsideAddressAndKnownByItsIssuer() {
        ClientRegistration client = found(clients("http://sign-in.example.org", "http://localhost:" + server.port()));
        assertThat(client.getProviderDetails().getIssuerUri()).isEqualTo("http://sign-in.example.org");
        assertThat(client.getProviderDetails().getConfigurationMetadata())
                .containsEntry("end_session_endpoint", "http://sign-in.example.org/out");
        assertThat(client.getClientId()).isEqualTo("hearth");
        assertThat(client.getClientSecret()).isEqualTo("a-secret");
        assertThat(client.getScopes()).containsExactlyInAnyOrder("openid", "email");
        assertThat(client.getRedirectUri()).isEqualTo("{baseUrl}/login/oauth2/code/{registrationId}");
    }

    @Test
    void anotherProviderThanTheOneNamedIsNotBelieved() {
        away(clients("http://another.example.org", "http://localhost:" + server.port()));
    }

    private static void away(ProviderClients clients) {
        assertThatThrownBy(() -> clients.findByRegistrationId("hearth").block(PATIENCE))
                .isInstanceOf(ProviderAway.class);
    }

    private static ClientRegistration found(ProviderClients clients) {
        return Objects.requireNonNull(clients.findByRegistrationId("hearth").block(PATIENCE));
    }

    private static ProviderClients clients(String issuer, String inside) {
        OAuth2ClientProperties properties = new OAuth2ClientProperties();
        OAuth2ClientProperties.Provider provider = new OAuth2ClientProperties.Provider();
        provider.setIssuerUri(issuer);
        properties.getProvider().put("hearth", provider);
        OAuth2ClientProperties.Registration registration = new OAuth2ClientProperties.Registration();
        registration.setClientId("hearth");
        registration.setClientSecret("a-secret");
        registration.setScope(Set.of("openid", "email"));
        registration.setRedirectUri("{baseUrl}/login/oauth2/code/{registrationId}");
        properties.getRegistration().put("hearth", registration);
        return new ProviderClients(properties, inside);
    }

    private DisposableServer serve(int port, String issuer) {
        return HttpServer.create()
                .bindAddress(() -> new InetSocketAddress("localhost", port))
                .route(routes -> routes.get("/.well-known/openid-configuration", (request, response) -> {
                    asked.incrementAndGet();
                    return response.header("Content-Type", "application/json")
                            .sendString(Mono.just("""
                            {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                             "jwks_uri": "%1$s/keys", "end_session_endpoint": "%1$s/out", "subject_types_supported": ["public"]}
                            """.formatted(issuer)));
                }))
                .bindNow();
    }
}
