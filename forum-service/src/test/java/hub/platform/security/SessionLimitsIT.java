package hub.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.platform.viewer.CurrentViewer;
import hub.platform.viewer.SignInMoment;
import hub.testkit.HubIT;
import hub.testkit.People;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.server.WebSession;

@HubIT
@org.springframework.test.context.ContextConfiguration(classes = hub.forum.ForumService.class)
class SessionLimitsIT {
    @Autowired
    CurrentViewer viewers;

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Test
    void aNewLinkEndsTheSessionsThatBeganBeforeIt() {
        Account marge = people.carer("Marge Old Phone");
        MockServerWebExchange before = signedIn(marge);
        assertThat(viewers.of(before).map(Viewer::signedIn).block()).isTrue();
        Viewer administrator = new Viewer("admin", "Nadia", "", Approval.APPROVED, Set.of(Role.ADMINISTRATOR));
        accounts.newLinkMade(marge.id(), administrator).block();

        MockServerWebExchange later = MockServerWebExchange.builder(MockServerHttpRequest.get("/"))
                .session(Objects.requireNonNull(before.getSession().block()))
                .principal(marge::id)
                .build();
        assertThat(viewers.of(later).map(Viewer::signedIn).block()).isFalse();
        assertThat(Objects.requireNonNull(later.getSession().block()).getAttributes())
                .as("the session is gone")
                .isEmpty();
        assertThat(viewers.of(signedIn(marge)).map(Viewer::signedIn).block())
                .as("with a new sign-in")
                .isTrue();
    }

    private static MockServerWebExchange signedIn(Account account) {
        MockServerWebExchange exchange = MockServerWebExchange.builder(MockServerHttpRequest.get("/"))
                .principal(account::id)
                .build();
        exchange.getSession().doOnNext(SignInMoment::begin).block();
        return exchange;
    }

    @Test
    void aSessionEndsAfterTheAbsoluteLimitHoweverBusyItWas() {
        Duration limit = Duration.ofDays(60);
        MockServerWebExchange signIn = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
        WebSession session = Objects.requireNonNull(
                signIn.getSession().doOnNext(SignInMoment::begin).block());
        SessionLimits today = new SessionLimits(limit, Clock.systemUTC());
        today.save(signIn, new SecurityContextImpl(new TestingAuthenticationToken("amina", "", "USER")))
                .block();
        assertThat(today.load(asking(session)).blockOptional()).isPresent();
        SessionLimits later = new SessionLimits(limit, Clock.offset(Clock.systemUTC(), limit.plusMinutes(1)));
        assertThat(later.load(asking(session)).blockOptional()).isEmpty();
    }

    private static MockServerWebExchange asking(WebSession session) {
        return MockServerWebExchange.builder(MockServerHttpRequest.get("/"))
                .session(session)
                .build();
    }
}
