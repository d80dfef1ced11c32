package hub.platform.events;

import static hub.platform.events.TestEvents.noted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hub.forum.ForumService;
import hub.platform.events.TestEvents.Said;
import hub.platform.mongo.Transactions;
import hub.platform.queue.QueueHealth;
import hub.platform.queue.SetAside;
import hub.testkit.HubIT;
import hub.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.test.context.ContextConfiguration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@HubIT
@ContextConfiguration(classes = ForumService.class)
class EventsIT {
    @Autowired
    Events events;

    @Autowired
    Transactions transactions;

    @Autowired
    QueueHealth health;

    @Autowired
    ReactiveMongoTemplate mongo;

    @Autowired
    TestClock clock;

    @AfterEach
    void nothingFails() {
        TestEvents.FAILING.clear();
    }

    @Test
    void eachIsTakenOnceInOrderOfItsSubject() {
        Flux.range(0, 30)
                .flatMap(
                        number -> Flux.just("amber", "birch", "cedar").concatMap(subject -> publish(subject, number)),
                        1)
                .blockLast();
        for (String subject : List.of("amber", "birch", "cedar")) {
            await().untilAsserted(() -> assertThat(noted(mongo, subject)).hasSize(30));
            assertThat(noted(mongo, subject))
                    .containsExactlyElementsOf(IntStream.range(0, 30).boxed().toList());
        }
    }

    @Test
    void whatDidNotHappenIsNotTold() {
        Mono<Void> failing = transactions.run(
                events.publish(new Said("dogwood", 1)).then(Mono.error(new IllegalStateException("no"))));
        assertThatThrownBy(failing::block).hasMessage("no");
        publish("dogwood", 2).block();
        await().untilAsserted(() -> assertThat(noted(mongo, "dogwood")).containsExactly(2));
    }

    @Test
    void anEventWithoutItsCauseIsRefused() {
        assertThatThrownBy(() -> events.publish(new Said("elder", 1)).block())
                .hasMessage("test.said was published outside a transaction");
    }

    @Test
    void whatFailsIsTriedAgainAndLeavesNothingBehind() {
        TestEvents.FAILING.add("fir");
        publish("fir", 1).block();
        publish("fir", 2).block();
        publish("gorse", 1).block();
        await().untilAsserted(() -> assertThat(noted(mongo, "gorse")).containsExactly(1));
        assertThat(noted(mongo, "fir")).isEmpty();
        TestEvents.FAILING.clear();
        await().untilAsserted(() -> {
            clock.forward(Duration.ofSeconds(2));
            assertThat(noted(mongo, "fir")).containsExactly(1, 2);
        });
    }

    @Test
    void whatFailsForGoodIsSetAsideAndKeepsNobodyWaiting() {
        TestEvents.FAILING.add("hazel");
        publish("hazel", 1).block();
        await().untilAsserted(() -> {
            clock.forward(Duration.ofMinutes(2));
            assertThat(setAside("hazel")).hasSize(1);
        });
        TestEvents.FAILING.clear();
        publish("hazel", 2).block();
        await().untilAsserted(() -> assertThat(noted(mongo, "hazel")).containsExactly(2));
        SetAside failed = setAside("hazel").getFirst();
        assertThat(failed.failure()).startsWith("IllegalStateException at ").doesNotContain("unlucky");
        health.tryAgain(failed.id(), done -> Mono.empty()).block();
        await().untilAsserted(() -> assertThat(noted(mongo, "hazel")).containsExactly(2, 1));
        assertThat(setAside("hazel")).isEmpty();
    }

    private List<SetAside> setAside(String subject) {
        return health.setAside(100)
                .filter(failed -> failed.item().subject().equals(subject))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private Mono<Void> publish(String subject, int number) {
        return transactions.run(events.publish(new Said(subject, number)));
    }
}
