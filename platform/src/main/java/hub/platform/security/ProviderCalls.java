package hub.platform.security;

import hub.platform.signin.ProviderAway;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.authentication.ReactiveOidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoderFactory;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/** What is asked of the provider while somebody signs in. */
@Configuration(proxyBeanMethods = false)
class ProviderCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    /** Clocks of two machines may differ by a minute, and the token is some seconds on its way. */
    private static final Duration SKEW = Duration.ofSeconds(90);

    /** One that went away between the first step and the last is away like one that cannot be found. */
    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens() {
        WebClientReactiveAuthorizationCodeTokenResponseClient provider =
                new WebClientReactiveAuthorizationCodeTokenResponseClient();
        return request -> provider.getTokenResponse(request)
                .timeout(PATIENCE)
                .onErrorMap(WebClientRequestException.class, ProviderAway::new)
                .onErrorMap(TimeoutException.class, ProviderAway::new);
    }

    @Bean
    ReactiveJwtDecoderFactory<ClientRegistration> idTokens() {
        ReactiveOidcIdTokenDecoderFactory decoders = new ReactiveOidcIdTokenDecoderFactory();
        decoders.setJwtValidatorFactory(ProviderCalls::validator);
        return decoders;
    }

    static OAuth2TokenValidator<Jwt> validator(ClientRegistration client) {
        OidcIdTokenValidator contents = new OidcIdTokenValidator(client);
        contents.setClockSkew(SKEW);
        return new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(SKEW), contents);
    }
}
