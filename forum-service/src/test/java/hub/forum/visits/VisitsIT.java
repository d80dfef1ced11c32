package hub.forum.visits;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Account;
import hub.testkit.Browsing;
import hub.testkit.HubIT;
import hub.testkit.People;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

@HubIT
class VisitsIT {
    private static final Instant NOW = Instant.now();
    private static final Instant A_DAY_AGO = NOW.minus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);

    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    Visits visits;

    @Autowired
    VisitStore store;

    @Test
    void aVisitIsWrittenDownOnceAndTheNextOneBeginsWhereItEnded() {
        // Taken once, as the scheduler does.
        Mono<Void> eachMinute = visits.writeDown();
        Account beth = people.carer("Beth");
        browsing.as(beth).get("/groups");
        assertThat(store.find(beth.id()).blockOptional())
                .as("nothing is written while she waits")
                .isEmpty();
        eachMinute.block();
        Visit first = store.find(beth.id()).block();
        assertThat(first.since()).isNull();
        assertThat(first.seen()).isBetween(NOW, Instant.now());
        assertThat(first.first()).isEqualTo(first.seen());

        visits.wasHere("charlie", A_DAY_AGO).block();
        Account charlie = people.carer("Charlie");
        browsing.as(charlie).get("/library");
        eachMinute.block();
        Visit second = store.find(charlie.id()).block();
        assertThat(second.since()).isEqualTo(A_DAY_AGO);
        assertThat(second.first()).as("when he first came").isEqualTo(A_DAY_AGO);
        assertThat(second.seen()).isAfterOrEqualTo(NOW);
    }
}
