package hub.forum.notifications;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person chose.
 *
 * @param id the account's
 * @param mail one for a kind; what is missing is as the kind has it by default
 * @param quietFrom from when on in the evening no letter comes that is not urgent; the same as {@code quietUntil} for no quiet hours
 */
record NotificationChoices(String id, List<Chosen> mail, LocalTime quietFrom, LocalTime quietUntil) {
    static final ZoneId ZONE = ZoneId.of("Europe/London");
    static final LocalTime EVENING = LocalTime.of(21, 0);
    static final LocalTime MORNING = LocalTime.of(7, 0);

    /** So that several things of one moment come in one letter. */
    private static final Duration A_WHILE = Duration.ofMinutes(2);

    private static final LocalTime BREAKFAST = LocalTime.of(8, 0);

    /** What was chosen for one kind. */
    record Chosen(String kind, MailChoice mail) {}

    NotificationChoices {
        mail = List.copyOf(mail);
    }

    static NotificationChoices none(String account) {
        return new NotificationChoices(account, List.of(), EVENING, MORNING);
    }

    /** With another choice for one kind. */
    NotificationChoices with(String kind, MailChoice choice) {
        List<Chosen> others = new ArrayList<>(mail);
        others.removeIf(chosen -> chosen.kind().equals(kind));
        others.add(new Chosen(kind, choice));
        return new NotificationChoices(id, others, quietFrom, quietUntil);
    }

    MailChoice of(NotificationKind kind) {
        return mail.stream()
                .filter(chosen -> chosen.kind().equals(kind.kind()))
                .map(Chosen::mail)
                .findFirst()
                .orElseGet(kind::byDefault);
    }

    /** When it may be mailed; empty for never. */
    Optional<Instant> mailAt(NotificationKind kind, Instant now) {
        MailChoice chosen = of(kind);
        return kind.urgent() && chosen == MailChoice.AT_ONCE ? Optional.of(now) : mailAt(chosen, now);
    }

    /** When a letter goes out that is asked for now; empty for never. */
    Optional<Instant> mailAt(MailChoice chosen, Instant now) {
        ZonedDateTime here = now.atZone(ZONE);
        return switch (chosen) {
            case NEVER -> Optional.empty();
            case AT_ONCE -> Optional.of(afterQuiet(here.plus(A_WHILE)).toInstant());
            case DAILY -> Optional.of(afterQuiet(nextMorning(here)).toInstant());
            case WEEKLY ->
                Optional.of(afterQuiet(nextMorning(here).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)))
                        .toInstant());
        };
    }

    private static ZonedDateTime nextMorning(ZonedDateTime now) {
        ZonedDateTime today = now.with(BREAKFAST);
        return today.isAfter(now) ? today : today.plusDays(1);
    }

    private ZonedDateTime afterQuiet(ZonedDateTime moment) {
        LocalTime time = moment.toLocalTime();
        boolean overnight = quietFrom.isAfter(quietUntil);
        boolean quiet = overnight
                ? !time.isBefore(quietFrom) || time.isBefore(quietUntil)
                : !time.isBefore(quietFrom) && time.isBefore(quietUntil);
        if (!quiet) {
            return moment;
        }
        ZonedDateTime end = moment.with(quietUntil);
        return end.isBefore(moment) ? end.plusDays(1) : end;
    }
}
