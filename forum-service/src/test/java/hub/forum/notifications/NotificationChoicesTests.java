package hub.forum.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

class NotificationChoicesTests {

    @ParameterizedTest
    @CsvSource({
        // In winter the clocks of people are those of the machine.
        "AT_ONCE, 2026-12-01T12:00:00Z, 2026-12-01T12:02:00Z",
        "AT_ONCE, 2026-12-01T20:59:00Z, 2026-12-02T07:00:00Z",
        "AT_ONCE, 2026-12-01T23:30:00Z, 2026-12-02T07:00:00Z",
        "AT_ONCE, 2026-12-01T03:00:00Z, 2026-12-01T07:00:00Z",
        "DAILY, 2026-12-01T06:00:00Z, 2026-12-01T08:00:00Z",
        "DAILY, 2026-12-01T09:00:00Z, 2026-12-02T08:00:00Z",
        "WEEKLY, 2026-12-01T09:00:00Z, 2026-12-07T08:00:00Z",
        "WEEKLY, 2026-12-07T07:00:00Z, 2026-12-07T08:00:00Z",
        // In summer they are an hour ahead, and in the night of the change too.
        "AT_ONCE, 2027-07-01T20:30:00Z, 2027-07-02T06:00:00Z",
        "DAILY, 2027-03-27T20:00:00Z, 2027-03-28T07:00:00Z",
        "DAILY, 2027-10-30T20:00:00Z, 2027-10-31T08:00:00Z",
    })
    void mailComesWhenItWasChosenAndNotAtNight(MailChoice choice, Instant now, Instant at) {
        assertThat(choices(choice, NotificationChoices.EVENING, NotificationChoices.MORNING)
                        .mailAt(kind(false), now))
                .contains(at);
    }

    @Test
    void whatIsUrgentPassesTheQuietHours() {
        Instant night = Instant.parse("2026-12-01T23:30:00Z");
        assertThat(choices(MailChoice.AT_ONCE, NotificationChoices.EVENING, NotificationChoices.MORNING)
                        .mailAt(kind(true), night))
                .contains(night);
    }

    @Test
    void quietHoursMayLieWithinADay() {
        assertThat(choices(MailChoice.AT_ONCE, LocalTime.of(13, 0), LocalTime.of(15, 0))
                        .mailAt(kind(false), Instant.parse("2026-12-01T14:00:00Z")))
                .contains(Instant.parse("2026-12-01T15:00:00Z"));
    }

    @Test
    void whoeverWantsNoQuietHoursHasNone() {
        assertThat(choices(MailChoice.AT_ONCE, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)
                        .mailAt(kind(false), Instant.parse("2026-12-01T23:30:00Z")))
                .contains(Instant.parse("2026-12-01T23:32:00Z"));
    }

    @Test
    void neverIsNever() {
        assertThat(choices(MailChoice.NEVER, NotificationChoices.EVENING, NotificationChoices.MORNING)
                        .mailAt(kind(true), Instant.EPOCH))
                .isEmpty();
    }

    private static NotificationChoices choices(MailChoice choice, LocalTime from, LocalTime until) {
        return new NotificationChoices(
                "amina", List.of(new NotificationChoices.Chosen("test.kind", choice)), from, until);
    }

    private static NotificationKind kind(boolean urgent) {
        return new NotificationKind("test.kind", MailChoice.DAILY, urgent, (notification, viewer) -> Mono.empty());
    }
}
