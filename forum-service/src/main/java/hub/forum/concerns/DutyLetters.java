package hub.forum.concerns;

import hub.platform.calendar.WorkingDays;
import hub.platform.identity.EmailAddress;
import hub.platform.mail.GuestMailKind;
import hub.platform.mail.Letter;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A letter to a mailbox that somebody reads at all hours: that a worry waits, and its reference; nothing of what it says. In office hours it goes to the duty worker, outside them to the emergency duty team.
 */
@Component
class DutyLetters implements GuestMailKind {
    static final String WAITS = "concerns.duty";
    private static final LocalTime OPENS = LocalTime.of(8, 30);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    private final ConcernStore store;
    private final WorkingDays workingDays;
    private final Clock clock;
    private final String officeMail;
    private final String dutyMail;

    /**
     * @param officeMail the duty worker's mailbox; empty for none
     * @param dutyMail the emergency duty team's mailbox; empty for none
     */
    DutyLetters(
            ConcernStore store,
            WorkingDays workingDays,
            Clock clock,
            @Value("${hearth.concerns.office-mail:}") String officeMail,
            @Value("${hearth.concerns.duty-mail:}") String dutyMail) {
        this.store = store;
        this.workingDays = workingDays;
        this.clock = clock;
        this.officeMail = officeMail;
        this.dutyMail = dutyMail;
    }

    @Override
    public String kind() {
        return WAITS;
    }

    /** Nothing once somebody has acknowledged it. */
    @Override
    public Mono<Addressed> write(String about) {
        String mailbox = mailbox(clock.instant());
        return mailbox.isEmpty()
                ? Mono.empty()
                : store.toChange(about)
                        .filter(concern -> concern.state() == Concern.State.RAISED)
                        .map(concern -> new Addressed(
                                "Duty",
                                new EmailAddress(mailbox),
                                new Letter(
                                        Letter.Text.of("concerns.duty.subject", concern.reference()),
                                        Letter.Text.of("concerns.duty.lead"),
                                        List.of(Letter.Text.of("concerns.duty.ring")),
                                        Letter.Text.of("concerns.duty.button"),
                                        "/concerns/" + concern.id())));
    }

    /** Monday to Friday but bank holidays, 8.30am to 5pm: the office's; else the duty team's; the other one where one is not set. */
    String mailbox(Instant at) {
        LocalTime time = at.atZone(Times.LONDON).toLocalTime();
        boolean office = workingDays.isOne(LocalDate.ofInstant(at, Times.LONDON))
                && !time.isBefore(OPENS)
                && time.isBefore(CLOSES);
        String first = office ? officeMail : dutyMail;
        return first.isEmpty() ? (office ? dutyMail : officeMail) : first;
    }
}
