package hub.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import hub.forum.ForumService;
import hub.testkit.HubIT;
import hub.testkit.TestMongo;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.test.context.ContextConfiguration;
import reactor.core.publisher.Mono;

/** Work under a lease goes on only while the lease is held. */
@HubIT
@ContextConfiguration(classes = ForumService.class)
class LeaseIT {
    private static final Duration LENGTH = Duration.ofMillis(1_500);

    @Autowired
    ReactiveMongoTemplate mongo;

    @Autowired
    Clock clock;

    private final AtomicBoolean began = new AtomicBoolean();
    private final AtomicBoolean cancelled = new AtomicBoolean();

    private Mono<Void> workWithoutEnd() {
        return Mono.<Void>never().doOnSubscribe(any -> began.set(true)).doOnCancel(() -> cancelled.set(true));
    }

    private CompletableFuture<Void> startedUnder(Lease lease) {
        CompletableFuture<Void> work = lease.whenHeld(workWithoutEnd()).toFuture();
        await().untilTrue(began);
        return work;
    }

    private void assertThatItIsLost(CompletableFuture<Void> work) {
        await().atMost(Duration.ofSeconds(10)).until(work::isDone);
        assertThatThrownBy(work::join).isInstanceOf(CompletionException.class).hasCauseInstanceOf(LeaseLost.class);
        assertThat(cancelled).isTrue();
    }

    @Test
    void workThatTakesLongerThanTheLeaseGoesOnWhileItIsRenewed() {
        new Leases(mongo, clock)
                .named("lease-renewed", LENGTH)
                .whenHeld(Mono.delay(LENGTH.multipliedBy(2)).then())
                .block(Duration.ofSeconds(30));
        assertThat(mongo.findById("lease-renewed", Document.class, "leases").blockOptional())
                .as("given back")
                .isEmpty();
    }

    @Test
    void workEndsWhenAnotherHasTheLease() {
        CompletableFuture<Void> work = startedUnder(new Leases(mongo, clock).named("lease-taken", LENGTH));
        mongo.updateFirst(
                        Documents.byId("lease-taken"),
                        new Update()
                                .set("owner", "another")
                                .set("until", clock.instant().plusSeconds(60)),
                        "leases")
                .block();
        assertThatItIsLost(work);
        assertThat(mongo.findById("lease-taken", Document.class, "leases").block())
                .as("theirs is left alone")
                .containsEntry("owner", "another");
    }

    @Test
    void workEndsWhenTheLeaseCannotBeRenewedUntilItHasRunOut() {
        MongoClient own = MongoClients.create(TestMongo.uri("test"));
        String database = mongo.getMongoDatabase().map(there -> there.getName()).block();
        CompletableFuture<Void> work = startedUnder(
                new Leases(new ReactiveMongoTemplate(own, database), clock).named("lease-cut-off", LENGTH));
        own.close();
        assertThatItIsLost(work);
    }
}
