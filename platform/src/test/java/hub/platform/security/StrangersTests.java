package hub.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.platform.forms.KeptForm;
import hub.platform.requests.RateLimit;
import hub.platform.requests.TooMany;
import hub.platform.signin.KeptForms;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.core.context.SecurityContextImpl;
import reactor.core.publisher.Mono;

/** What people whom nobody knows can make the hub store. */
class StrangersTests {
    private final KeptForms kept = new KeptForms(20, 50);

    @Test
    void textsAreKeptForANetworkAndInAllUpToALimit() {
        for (int i = 0; i < 20; i++) {
            assertThat(keepFrom("203.0.113.7")).isTrue();
        }
        assertThatThrownBy(() -> keepFrom("203.0.113.7")).isInstanceOf(TooMany.class);
        for (int i = 0; i < 30; i++) {
            assertThat(keepFrom("198.51.100." + i)).isTrue();
        }
        assertThatThrownBy(() -> keepFrom("192.0.2.1")).isInstanceOf(TooMany.class);
    }

    @Test
    void aNetworkOfTheNewKindIsOneHoweverManyAddressesItHas() {
        for (int i = 0; i < 20; i++) {
            assertThat(keepFrom("2001:db8:1:2::" + i)).isTrue();
        }
        assertThatThrownBy(() -> keepFrom("2001:db8:1:2:ffff::1")).isInstanceOf(TooMany.class);
        assertThat(keepFrom("2001:db8:1:3::1")).isTrue();
    }

    @Test
    void behindAProxyTheVisitorsAddressCounts() {
        for (int i = 0; i < 20; i++) {
            kept.keep(sending(InetSocketAddress.createUnresolved("203.0.113.7", 0)))
                    .block();
        }
        assertThatThrownBy(() -> keepFrom("203.0.113.7")).isInstanceOf(TooMany.class);
        kept.keep(sending(InetSocketAddress.createUnresolved("203.0.113.8", 0))).block();
        assertThat(keepFrom("203.0.113.8")).isTrue();
    }

    @Test
    void whoIsSignedInIsNoStranger() {
        for (int i = 0; i < 60; i++) {
            MockServerWebExchange exchange = sending("203.0.113.7");
            exchange.getSession()
                    .doOnNext(session ->
                            session.getAttributes().put("SPRING_SECURITY_CONTEXT", new SecurityContextImpl()))
                    .then(kept.keep(exchange))
                    .block();
        }
        assertThat(keepFrom("203.0.113.7")).isTrue();
    }

    @Test
    void aStretchOfTimeEnds() {
        AtomicLong now = new AtomicLong();
        RateLimit limit = new RateLimit(2, 100, Duration.ofMinutes(30), now::get);
        assertThat(limit.allows("203.0.113.7")).isTrue();
        now.addAndGet(Duration.ofMinutes(29).toNanos());
        assertThat(limit.allows("203.0.113.7")).isTrue();
        assertThat(limit.allows("203.0.113.7")).isFalse();
        now.addAndGet(Duration.ofMinutes(2).toNanos());
        assertThat(limit.allows("203.0.113.7")).isTrue();
    }

    @Test
    void startsOfSignInsHaveALimitUnlessTheBrowserHasASession() {
        SignInStarts starts = new SignInStarts();
        for (int i = 0; i < 300; i++) {
            starts.filter(starting(), exchange -> Mono.empty()).block();
        }
        assertThatThrownBy(() ->
                        starts.filter(starting(), exchange -> Mono.empty()).block())
                .isInstanceOf(TooMany.class);
        MockServerWebExchange known = starting();
        known.getSession()
                .doOnNext(session -> session.getAttributes().put("some", "thing"))
                .block();
        starts.filter(known, exchange -> Mono.empty()).block();
    }

    private boolean keepFrom(String address) {
        MockServerWebExchange exchange = sending(address);
        kept.keep(exchange).block();
        return exchange.getSession()
                .map(session -> session.getAttributes().containsKey(KeptForm.ATTRIBUTE))
                .blockOptional()
                .orElseThrow();
    }

    private static MockServerWebExchange sending(String address) {
        return sending(new InetSocketAddress(address, 1));
    }

    private static MockServerWebExchange sending(InetSocketAddress from) {
        return MockServerWebExchange.from(MockServerHttpRequest.post("/threads")
                .remoteAddress(from)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body("text=words"));
    }

    private static MockServerWebExchange starting() {
        return MockServerWebExchange.from(MockServerHttpRequest.get("/oauth2/authorization/hearth")
                .remoteAddress(new InetSocketAddress("203.0.113.7", 1)));
    }
}
