package hub.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import hub.testkit.HubIT;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mongodb.spring.session.ReactiveMongoSessionRepository;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;

@HubIT
@org.springframework.test.context.ContextConfiguration(classes = hub.forum.ForumService.class)
class SessionLimitsIT {
    @Autowired
    ReactiveMongoSessionRepository sessions;

    @Test
    void aSessionThatIsNotUsedEndsAfterTheIdleLimit() {
        assertThat(sessions.createSession().block().getMaxInactiveInterval()).isEqualTo(Duration.ofDays(14));
    }

    @Test
    void aSessionEndsAfterTheAbsoluteLimitHoweverBusyItWas() {
        Duration limit = Duration.ofDays(60);
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
        exchange.getSession().doOnNext(SessionLimits::begin).block();
        SessionLimits today = new SessionLimits(limit, Clock.systemUTC());
        today.save(exchange, new SecurityContextImpl(new TestingAuthenticationToken("amina", "", "USER")))
                .block();
        assertThat(today.load(exchange).blockOptional()).isPresent();
        SessionLimits later = new SessionLimits(limit, Clock.offset(Clock.systemUTC(), limit.plusMinutes(1)));
        assertThat(later.load(exchange).blockOptional()).isEmpty();
    }
}
