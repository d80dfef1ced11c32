package hub.forum.constellations.sleepovers.web;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.constellations.rota.OnCallNow;
import hub.forum.constellations.rota.RotaWords;
import hub.forum.constellations.sleepovers.Ask;
import hub.forum.constellations.sleepovers.Sleepover;
import hub.forum.constellations.sleepovers.SleepoverPolicy;
import hub.forum.constellations.sleepovers.Sleepovers;
import hub.forum.groups.Group;
import hub.forum.groups.Visibility;
import hub.forum.groups.web.GroupHeader;
import hub.forum.groups.web.GroupHeaders;
import hub.platform.forms.Choice;
import hub.platform.help.OnCall;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes the pages of sleepovers. */
@Component
class SleepoverPages {
    private static final int NIGHTS_SHOWN = 14;
    private static final Set<String> DONE =
            Set.of("asked", "accepted", "declined", "cancelled", "happened", "didNot", "said");

    private final Sleepovers sleepovers;
    private final Accounts accounts;
    private final GroupHeaders headers;
    private final RotaWords words;
    private final Clock clock;

    SleepoverPages(Sleepovers sleepovers, Accounts accounts, GroupHeaders headers, RotaWords words, Clock clock) {
        this.sleepovers = sleepovers;
        this.accounts = accounts;
        this.headers = headers;
        this.words = words;
        this.clock = clock;
    }

    /** @param free the nights of the next two weeks with how many beds are free, for everybody in the constellation */
    record ListPage(
            GroupHeader header,
            String group,
            List<Line> waiting,
            List<Line> coming,
            List<Line> past,
            List<String> free,
            boolean keeps) {}

    /** One in a list. @param about who asked, and for how many */
    record Line(String path, String when, String about, String state) {}

    /**
     * One sleepover.
     *
     * @param facts what is asked for, line by line
     * @param now whom to ring: beside an emergency, and when nobody took it
     * @param reason why it was declined; empty if it was not
     * @param answers whether it waits for the viewer's answer
     * @param asksWhether whether the viewer is asked if it took place
     * @param asksHow whether the viewer is asked how it was
     */
    record OnePage(
            String group,
            String name,
            String path,
            String when,
            String state,
            String askedBy,
            List<Fact> facts,
            OnCall.Line now,
            boolean emergency,
            boolean dutyTeam,
            String reason,
            boolean answers,
            List<Choice> reasons,
            boolean cancels,
            boolean asksWhether,
            boolean asksHow,
            List<Choice> how,
            @Nullable String done) {}

    record Fact(String name, String value) {}

    Mono<ListPage> list(Group group, Visibility visibility) {
        List<LocalDate> nights = LocalDate.ofInstant(clock.instant(), Times.LONDON)
                .datesUntil(LocalDate.ofInstant(clock.instant(), Times.LONDON).plusDays(NIGHTS_SHOWN))
                .toList();
        return Mono.zip(
                        sleepovers.coming(group, visibility).collectList(),
                        sleepovers.past(group, visibility).collectList(),
                        sleepovers.free(group, nights, visibility))
                .flatMap(all -> names(Stream.concat(all.getT1().stream(), all.getT2().stream())
                                .toList())
                        .map(names -> new ListPage(
                                headers.inside(group, "constellation"),
                                group.id(),
                                lines(all.getT1().stream().filter(Sleepover::waits), names),
                                lines(all.getT1().stream().filter(one -> !one.waits()), names),
                                lines(all.getT2().stream(), names),
                                free(nights, all.getT3()),
                                ConstellationPolicy.mayKeep(visibility, group.id()))));
    }

    private List<String> free(List<LocalDate> nights, Map<LocalDate, Integer> free) {
        return nights.stream()
                .map(night -> words.say(
                        "constellations.sleepovers.free.night", Times.inFull(night), free.getOrDefault(night, 0)))
                .toList();
    }

    private Mono<Names> names(List<Sleepover> some) {
        return accounts.names(some.stream().map(Sleepover::askedBy).distinct().toList());
    }

    private List<Line> lines(Stream<Sleepover> some, Names names) {
        return some.map(sleepover -> line(sleepover, names)).toList();
    }

    private Line line(Sleepover sleepover, Names names) {
        Ask ask = sleepover.ask();
        return new Line(
                sleepover.path(),
                words.hours(ask.from(), ask.until()),
                words.say(
                        ask.emergency() ? "constellations.sleepovers.line.emergency" : "constellations.sleepovers.line",
                        names.of(sleepover.askedBy()).name(),
                        ask.children()),
                words.say("constellations.state." + sleepover.state().slug()));
    }

    Mono<OnePage> one(Sleepover sleepover, OnCallNow.Known known, OnCall.Line now, String done, Visibility visibility) {
        return accounts.names(Stream.of(sleepover.askedBy(), sleepover.answeredBy())
                        .filter(account -> account != null)
                        .map(String::valueOf)
                        .toList())
                .map(names -> page(sleepover, known, now, names, done, visibility));
    }

    private OnePage page(
            Sleepover sleepover,
            OnCallNow.Known known,
            OnCall.Line now,
            Names names,
            String done,
            Visibility visibility) {
        Ask ask = sleepover.ask();
        Instant time = clock.instant();
        String viewer = visibility.viewer().id();
        boolean side = sleepover.isOf(viewer) || viewer.equals(sleepover.answeredBy());
        Sleepover.Reason reason = sleepover.reason();
        return new OnePage(
                sleepover.group(),
                known.name(),
                sleepover.path(),
                words.hours(ask.from(), ask.until()),
                words.say("constellations.state." + sleepover.state().slug()),
                names.of(sleepover.askedBy()).name(),
                facts(sleepover, names),
                now,
                ask.emergency() && sleepover.waits(),
                sleepover.dutyTeam() && sleepover.waits(),
                reason == null ? "" : words.say("constellations.reason." + reason.slug()),
                sleepover.waits() && SleepoverPolicy.mayAnswer(visibility, sleepover) && !sleepover.isOf(viewer),
                choices(Sleepover.Reason.values(), one -> one.slug(), "constellations.reason."),
                (sleepover.waits() || sleepover.state() == Sleepover.State.ACCEPTED)
                        && ask.until().isAfter(time),
                sleepover.state() == Sleepover.State.ACCEPTED && !ask.from().isAfter(time),
                side
                        && sleepover.state() == Sleepover.State.HAPPENED
                        && sleepover.said().stream()
                                .noneMatch(said -> said.account().equals(viewer)),
                choices(Sleepover.Helped.values(), one -> one.slug(), "constellations.helped."),
                DONE.contains(done) ? words.say("constellations.sleepovers.done." + done) : null);
    }

    private <E> List<Choice> choices(E[] all, Function<E, String> slug, String key) {
        return Arrays.stream(all)
                .map(one -> new Choice(slug.apply(one), words.say(key + slug.apply(one)), null))
                .toList();
    }

    private List<Fact> facts(Sleepover sleepover, Names names) {
        Ask ask = sleepover.ask();
        String answeredBy = sleepover.answeredBy();
        Stream<Fact> asked = Stream.of(
                fact("children", words.say("constellations.ask.children.of", ask.children())),
                fact("ages", list(ask.ages().stream().sorted().map(age -> "constellations.age." + age.slug()))),
                fact("needs", list(ask.needs().stream().sorted().map(need -> "constellations.need." + need.slug()))),
                fact(
                        "agreed",
                        ask.socialWorker().isEmpty()
                                ? words.say("constellations.ask.agreed.plan")
                                : words.say("constellations.ask.agreed.by", ask.socialWorker())),
                fact(
                        "answeredBy",
                        answeredBy == null ? "" : names.of(answeredBy).name()));
        return asked.filter(fact -> !fact.value().isEmpty()).toList();
    }

    private Fact fact(String key, String value) {
        return new Fact(words.say("constellations.fact." + key), value);
    }

    private String list(Stream<String> keys) {
        return keys.map(words::say).collect(Collectors.joining(", "));
    }
}
