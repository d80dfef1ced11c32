package hub.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.testkit.HubIT;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@HubIT
@org.springframework.test.context.ContextConfiguration(classes = hub.forum.ForumService.class)
class MigrationsIT {
    @Autowired
    ReactiveMongoTemplate mongo;

    @Autowired
    Clock clock;

    private final List<String> ran = new CopyOnWriteArrayList<>();

    @Test
    void eachRunsOnceInOrderHoweverManyProcessesStart() {
        List<Migration> two = List.of(noting("test-0002-then"), noting("test-0001-first"));
        Flux.merge(IntStream.range(0, 6).mapToObj(process -> process(two).run()).toList())
                .blockLast(Duration.ofSeconds(30));
        assertThat(ran).containsExactly("test-0001-first", "test-0002-then");
    }

    @Test
    void oneThatFailedStopsTheStartAndRunsAgain() {
        Migration broken = new Migration("test-0003-broken", template -> Mono.error(new IllegalStateException("disk")));
        assertThatThrownBy(() -> process(List.of(broken)).run().block(Duration.ofSeconds(10)))
                .hasMessage("disk");
        process(List.of(noting("test-0003-broken"))).run().block(Duration.ofSeconds(10));
        assertThat(ran).containsExactly("test-0003-broken");
    }

    @Test
    void aHolderThatDiedKeepsOthersOutOnlyForAWhile() {
        Leases dead = new Leases(mongo, Clock.offset(clock, Duration.ofMinutes(-5)));
        Mono<Void> neverEnds = dead.named("test-lease", Duration.ofSeconds(30)).whenHeld(Mono.never());
        assertThat(neverEnds.timeout(Duration.ofMillis(500), Mono.empty()).blockOptional())
                .isEmpty();
        new Leases(mongo, clock)
                .named("test-lease", Duration.ofSeconds(30))
                .whenHeld(Mono.fromRunnable(() -> ran.add("taken over")))
                .block(Duration.ofSeconds(10));
        assertThat(ran).containsExactly("taken over");
    }

    @Test
    void oneThatHasTheDatabaseToItselfDoesNotWaitForItself() {
        Mono<Void> neverEnds = new Leases(mongo, clock, "alone")
                .named("test-own-lease", Duration.ofDays(1))
                .whenHeld(Mono.never());
        assertThat(neverEnds.timeout(Duration.ofMillis(500), Mono.empty()).blockOptional())
                .isEmpty();
        new Leases(mongo, clock, "alone")
                .named("test-own-lease", Duration.ofDays(1))
                .whenHeld(Mono.fromRunnable(() -> ran.add("after it was killed")))
                .block(Duration.ofSeconds(10));
        assertThat(ran).containsExactly("after it was killed");
    }

    private Migration noting(String name) {
        return new Migration(name, template -> Mono.fromRunnable(() -> ran.add(name)));
    }

    private Migrations process(List<Migration> migrations) {
        ObjectProvider<Migration> provided = new ObjectProvider<>() {
            @Override
            public Stream<Migration> stream() {
                return migrations.stream();
            }
        };
        return new Migrations(mongo, provided, new Leases(mongo, clock), clock);
    }
}
