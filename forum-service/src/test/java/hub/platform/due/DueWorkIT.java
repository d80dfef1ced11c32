package hub.platform.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.forum.ForumService;
import hub.testkit.HubIT;
import hub.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

@HubIT
@ContextConfiguration(classes = ForumService.class)
class DueWorkIT {
    private static final String REMIND = "test.remind";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Autowired
    DueWork work;

    @Autowired
    TestDueWork reminders;

    @Autowired
    TestClock clock;

    private Instant inADay;

    @BeforeEach
    void tomorrow() {
        inADay = clock.instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void itIsDoneAtItsMomentAndNotBefore() {
        work.at(REMIND, "ash", inADay).block();
        clock.forward(Duration.ofHours(23));
        assertThat(work.of("ash").collectList().block()).hasSize(1);
        clock.forward(Duration.ofHours(1));
        await().untilAsserted(() -> assertThat(reminders.done).contains("ash " + inADay));
        assertThat(work.of("ash").collectList().block()).isEmpty();
    }

    @Test
    void itCanBeMovedAndIsDoneOnce() {
        work.at(REMIND, "beech", inADay).block();
        work.at(REMIND, "beech", inADay.plusSeconds(60)).block();
        clock.forward(Duration.ofDays(2));
        await().untilAsserted(() -> assertThat(reminders.done)
                .filteredOn(each -> each.startsWith("beech"))
                .containsExactly("beech " + inADay.plusSeconds(60)));
    }

    @Test
    void itCanBeCancelled() {
        work.at(REMIND, "cherry", inADay).block();
        work.at(REMIND, "damson", inADay).block();
        assertThat(work.cancel(REMIND, "cherry").block()).isTrue();
        assertThat(work.cancel(REMIND, "cherry").block()).isFalse();
        work.at(REMIND, "elm", inADay).block();
        work.cancelAll("elm").block();
        clock.forward(Duration.ofDays(1));
        await().untilAsserted(() -> assertThat(reminders.done).contains("damson " + inADay));
        assertThat(reminders.done).noneMatch(each -> each.startsWith("cherry") || each.startsWith("elm"));
    }

    @Test
    void wallTimesFollowTheClocksOfPeople() {
        work.atWallTime(REMIND, "hawthorn", LocalDateTime.parse("2027-03-27T09:00"), LONDON)
                .block();
        work.atWallTime(REMIND, "hazel", LocalDateTime.parse("2027-03-28T09:00"), LONDON)
                .block();
        assertThat(work.of("hawthorn").blockFirst().at()).isEqualTo("2027-03-27T09:00:00Z");
        assertThat(work.of("hazel").blockFirst())
                .isEqualTo(new DueWork.Due(
                        REMIND,
                        "hazel",
                        Instant.parse("2027-03-28T08:00:00Z"),
                        LocalDateTime.parse("2027-03-28T09:00")));
    }
}
