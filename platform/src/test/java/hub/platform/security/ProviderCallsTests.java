package hub.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.platform.signin.ProviderAway;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.jwt.Jwt;

class ProviderCallsTests {
    private final ClientRegistration client = ClientRegistration.withRegistrationId("hearth")
            .clientId("hearth")
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri("http://localhost/login/oauth2/code/hearth")
            .authorizationUri("http://localhost/authorize")
            .tokenUri("http://localhost/token")
            .build();

    @Test
    void aProviderWhoseClockIsAMinuteFastIsBelieved() {
        assertThat(refused(Instant.now().plusSeconds(65), Instant.now().plusSeconds(365)))
                .isFalse();
    }

    @Test
    void aProviderWhoseClockIsAMinuteSlowIsBelieved() {
        assertThat(refused(Instant.now().minusSeconds(365), Instant.now().minusSeconds(65)))
                .isFalse();
    }

    @Test
    void aTokenThatLapsedTwoMinutesAgoOrIsOfTheFutureIsNot() {
        assertThat(refused(Instant.now().minusSeconds(420), Instant.now().minusSeconds(120)))
                .isTrue();
        assertThat(refused(Instant.now().plusSeconds(120), Instant.now().plusSeconds(420)))
                .isTrue();
    }

    /** Nothing listens on port 1. */
    @Test
    void aProviderThatGoesAwayHalfWayIsAway() {
        ClientRegistration gone = ClientRegistration.withClientRegistration(client)
                .tokenUri("http://localhost:1/token")
                .build();
        OAuth2AuthorizationRequest asked = OAuth2AuthorizationRequest.authorizationCode()
                .clientId("hearth")
                .authorizationUri("http://localhost/authorize")
                .redirectUri("http://localhost/login/oauth2/code/hearth")
                .state("a-state")
                .build();
        OAuth2AuthorizationResponse answered = OAuth2AuthorizationResponse.success("a-code")
                .redirectUri("http://localhost/login/oauth2/code/hearth")
                .state("a-state")
                .build();
        assertThatThrownBy(() -> new ProviderCalls()
                        .tokens()
                        .getTokenResponse(new OAuth2AuthorizationCodeGrantRequest(
                                gone, new OAuth2AuthorizationExchange(asked, answered)))
                        .block(Duration.ofSeconds(10)))
                .isInstanceOf(ProviderAway.class);
    }

    private boolean refused(Instant issued, Instant expires) {
        Jwt token = Jwt.withTokenValue("token")
                .header("alg", "RS256")
                .issuer("http://localhost")
                .subject("amina")
                .audience(java.util.List.of("hearth"))
                .issuedAt(issued)
                .expiresAt(expires)
                .build();
        return ProviderCalls.validator(client).validate(token).hasErrors();
    }
}
