package hub.forum.constellations.oversight;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.constellations.Constellations;
import hub.forum.constellations.contacts.Contacts;
import hub.forum.constellations.contacts.SupportContact;
import hub.forum.constellations.links.Links;
import hub.forum.constellations.rota.Rota;
import hub.forum.constellations.rota.RotaMembers;
import hub.forum.constellations.rota.Rotas;
import hub.forum.constellations.rota.Timeline;
import hub.forum.constellations.sleepovers.Sleepover;
import hub.forum.constellations.sleepovers.Sleepovers;
import hub.forum.groups.Group;
import hub.forum.groups.Visibility;
import hub.forum.meetings.Meeting;
import hub.forum.meetings.MeetingLists;
import hub.forum.meetings.register.Register;
import hub.forum.meetings.register.Registers;
import hub.platform.calendar.BankHolidays;
import hub.platform.identity.NotAllowed;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What liaison workers see of the constellations that they look after. */
@Service
public class Oversight {
    private static final Duration AHEAD = Duration.ofDays(30);

    /** A home that was felt at risk is shown for so long while nothing more is said of it. */
    private static final int RISK_DAYS = 90;

    private final Constellations constellations;
    private final Rotas rotas;
    private final Sleepovers sleepovers;
    private final Contacts contacts;
    private final Links links;
    private final MeetingLists meetings;
    private final Registers registers;
    private final RotaMembers members;
    private final BankHolidays holidays;
    private final Clock clock;

    Oversight(
            Constellations constellations,
            Rotas rotas,
            Sleepovers sleepovers,
            Contacts contacts,
            Links links,
            MeetingLists meetings,
            Registers registers,
            RotaMembers members,
            BankHolidays holidays,
            Clock clock) {
        this.constellations = constellations;
        this.rotas = rotas;
        this.sleepovers = sleepovers;
        this.contacts = contacts;
        this.links = links;
        this.meetings = meetings;
        this.registers = registers;
        this.members = members;
        this.holidays = holidays;
        this.clock = clock;
    }

    /**
     * One constellation as it stands.
     *
     * @param gaps of the next month, in which nobody is on call
     * @param waiting sleepovers that nobody has answered
     * @param contacts of the month so far
     * @param open where something more is wanted, the first by when first
     * @param atRisk homes that were felt at risk lately, and nobody has said what comes next
     */
    public record State(
            Group group,
            List<Timeline.Span> gaps,
            List<Sleepover> waiting,
            long contacts,
            List<SupportContact> open,
            List<SupportContact> atRisk) {}

    /** Of all constellations that the viewer oversees, by name; none for everybody else. */
    public Flux<State> states(Visibility visibility) {
        return constellations
                .own(visibility)
                .filter(group -> ConstellationPolicy.mayOversee(visibility, group.id()))
                .concatMap(group -> state(group, visibility));
    }

    private Mono<State> state(Group group, Visibility visibility) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Times.LONDON);
        return Mono.zip(
                        rotas.of(group, visibility),
                        sleepovers
                                .coming(group, visibility)
                                .filter(Sleepover::waits)
                                .collectList(),
                        contacts.between(group.id(), today.minusDays(RISK_DAYS), today, visibility)
                                .collectList(),
                        contacts.open(group, visibility))
                .map(all -> new State(
                        group,
                        gaps(all.getT1(), now),
                        all.getT2(),
                        all.getT3().stream()
                                .filter(one -> !one.day().isBefore(today.withDayOfMonth(1)))
                                .count(),
                        all.getT4(),
                        all.getT3().stream()
                                .filter(SupportContact::atRiskWithoutMore)
                                .toList()));
    }

    private List<Timeline.Span> gaps(Rota rota, Instant now) {
        return rota.timeline(now, now.plus(AHEAD))
                .gaps(rota.hours(), day -> holidays.on(day).isPresent());
    }

    /**
     * @param year of the calendar, until now
     * @throws NotAllowed (as a signal) unless the viewer oversees the constellation
     */
    public Mono<YearTable> year(Group group, int year, Visibility visibility) {
        if (!ConstellationPolicy.mayOversee(visibility, group.id())) {
            return Mono.error(new NotAllowed());
        }
        LocalDate first = LocalDate.of(year, 1, 1);
        return Mono.zip(
                        sleepovers.ofYear(group, year, visibility).collectList(),
                        contacts.between(group.id(), first, first.plusYears(1).minusDays(1), visibility)
                                .collectList(),
                        members.in(group, visibility),
                        activities(group, first, visibility),
                        links.ofYear(group, year, visibility))
                .map(all -> YearTable.of(year, all.getT1(), all.getT2(), all.getT3())
                        .with(all.getT4())
                        .with(YearTable.links(
                                all.getT5().proposed(), all.getT5().introduced())));
    }

    private Mono<List<YearTable.Line>> activities(Group group, LocalDate first, Visibility visibility) {
        Instant from = first.atStartOfDay(Times.LONDON).toInstant();
        Instant end = first.plusYears(1).atStartOfDay(Times.LONDON).toInstant();
        Instant now = clock.instant();
        Instant until = end.isBefore(now) ? end : now;
        return meetings.activities(group, from, until, visibility)
                .map(Meeting::id)
                .collect(Collectors.toSet())
                .flatMap(held -> registers
                        .between(group, from, until, visibility)
                        .filter(register -> held.contains(register.id()))
                        .map(Register::people)
                        .collectList()
                        .map(attended -> YearTable.activities(held.size(), attended)));
    }
}
