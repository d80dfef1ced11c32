package hub.forum.constellations.rota.web;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.constellations.rota.OnCallNow;
import hub.forum.constellations.rota.Rota;
import hub.forum.constellations.rota.RotaWords;
import hub.forum.constellations.rota.Shift;
import hub.forum.constellations.rota.Swap;
import hub.forum.constellations.rota.Timeline;
import hub.forum.groups.Group;
import hub.forum.groups.Visibility;
import hub.forum.groups.web.GroupHeader;
import hub.forum.groups.web.GroupHeaders;
import hub.platform.calendar.BankHolidays;
import hub.platform.forms.Choice;
import hub.platform.identity.Names;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of a rota: a month ahead, with its gaps and overlaps for those whom they concern. */
@Component
class RotaPages {
    private static final Duration AHEAD = Duration.ofDays(31);
    private static final Set<String> DONE =
            Set.of("taken", "given", "offered", "swapped", "dropped", "added", "assigned", "away", "cleared");

    private final GroupHeaders headers;
    private final BankHolidays holidays;
    private final RotaWords words;
    private final Clock clock;

    RotaPages(GroupHeaders headers, BankHolidays holidays, RotaWords words, Clock clock) {
        this.headers = headers;
        this.holidays = holidays;
        this.words = words;
        this.clock = clock;
    }

    /**
     * @param waiting swaps that wait for the viewer
     * @param offered swaps that the viewer has offered
     * @param gaps hours without anybody, for those whom it concerns
     * @param overlaps hours with two people, sentences, for those whom it concerns
     * @param days of a month
     * @param onRota whether the viewer can be on call
     */
    record RotaPage(
            GroupHeader header,
            String group,
            List<SwapLine> waiting,
            List<SwapLine> offered,
            List<GapLine> gaps,
            List<String> overlaps,
            List<Line> days,
            boolean onRota,
            boolean keeps,
            boolean begun,
            @Nullable String done) {}

    /** @param line what is offered for what */
    record SwapLine(String id, String line) {}

    /** @param from wall time, for the form by which it is taken */
    record GapLine(String line, LocalDateTime from, LocalDateTime until) {}

    /**
     * A shift.
     *
     * @param who on call, or that nobody is
     * @param note that it is a bank holiday; empty if it is none
     */
    record Line(String key, String when, String who, boolean open, boolean own, String note) {}

    RotaPage page(Group group, OnCallNow.Known known, String done, Visibility visibility) {
        Rota rota = known.rota();
        Instant now = clock.instant();
        String viewer = visibility.viewer().id();
        boolean keeps = ConstellationPolicy.mayKeep(visibility, group.id());
        boolean onRota = rota.has(viewer) && visibility.mayPost(group.id());
        Timeline timeline = rota.timeline(now, now.plus(AHEAD));
        return new RotaPage(
                headers.inside(group, "constellation"),
                group.id(),
                swaps(
                        known,
                        rota.swaps().stream()
                                .filter(swap -> swap.to().equals(viewer))
                                .toList()),
                swaps(
                        known,
                        rota.swaps().stream()
                                .filter(swap -> swap.by().equals(viewer))
                                .toList()),
                keeps || onRota ? gaps(timeline, rota) : List.of(),
                keeps || onRota ? overlaps(timeline, known.names()) : List.of(),
                ahead(rota, now).stream()
                        .map(shift -> line(shift, known.names(), viewer))
                        .toList(),
                onRota,
                keeps,
                rota.begun(),
                DONE.contains(done) ? words.say("constellations.rota.done." + done) : null);
    }

    /** Of the next month, those that are not over. */
    List<Shift> ahead(Rota rota, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Times.LONDON);
        return rota.shifts(today.minusDays(Rota.REACHES_DAYS), today.plusDays(AHEAD.toDays())).stream()
                .filter(shift -> shift.ends().isAfter(now))
                .toList();
    }

    private Line line(Shift shift, Names names, String viewer) {
        String account = shift.account();
        return new Line(
                shift.key(),
                words.hours(shift),
                account == null
                        ? words.say("constellations.rota.nobody")
                        : names.of(account).name(),
                shift.open(),
                shift.isOf(viewer),
                holidays.on(shift.from().toLocalDate())
                        .map(name -> words.say("constellations.rota.holiday", name))
                        .orElse(""));
    }

    private List<SwapLine> swaps(OnCallNow.Known known, List<Swap> some) {
        List<SwapLine> lines = new ArrayList<>();
        for (Swap swap : some) {
            String mine = known.rota().shift(swap.mine()).map(words::hours).orElse("");
            String theirs = known.rota().shift(swap.theirs()).map(words::hours).orElse("");
            lines.add(new SwapLine(
                    swap.id(),
                    words.say(
                            "constellations.swap.line",
                            known.names().of(swap.by()).name(),
                            mine,
                            known.names().of(swap.to()).name(),
                            theirs)));
        }
        return lines;
    }

    List<GapLine> gaps(Timeline timeline, Rota rota) {
        return timeline.gaps(rota.hours(), day -> holidays.on(day).isPresent()).stream()
                .map(gap -> new GapLine(
                        words.hours(gap.from(), gap.until()),
                        LocalDateTime.ofInstant(gap.from(), Times.LONDON),
                        LocalDateTime.ofInstant(gap.until(), Times.LONDON)))
                .toList();
    }

    private List<String> overlaps(Timeline timeline, Names names) {
        return timeline.overlaps().stream()
                .map(overlap -> words.say(
                        "constellations.rota.overlap",
                        words.hours(overlap.from(), overlap.until()),
                        name(overlap.one(), names),
                        name(overlap.other(), names)))
                .toList();
    }

    private static String name(Shift shift, Names names) {
        String account = shift.account();
        return account == null ? "" : names.of(account).name();
    }

    /** Everybody who can be on call, by name. */
    static List<Choice> people(OnCallNow.Known known) {
        return known.rota().people().stream()
                .map(person -> new Choice(
                        person.account(), known.names().of(person.account()).name(), null))
                .sorted(Comparator.comparing(Choice::label))
                .collect(Collectors.toList());
    }
}
