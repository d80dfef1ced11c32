package hub.platform.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import reactor.core.publisher.Mono;

/** One part that fails keeps nobody from the others. */
class StatusTests {
    private record Part(String of, Mono<Standing> standing) implements StatusSource {}

    @Test
    void whatIsSilentIsSaidAndTheOthersStand() {
        Part away = new Part("search", Mono.error(new IllegalStateException("The index is away")));
        Part there = new Part("mail", Mono.just(Standing.fine("mail", "none")));
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("away", away, "there", there));
        assertThat(new Status(beans.getBeanProvider(StatusSource.class))
                        .standings()
                        .collectList()
                        .block())
                .containsExactlyInAnyOrder(Standing.broken("search", "silent"), Standing.fine("mail", "none"));
    }
}
