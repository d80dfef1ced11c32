package hub.forum.constellations.oversight.web;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.constellations.Constellations;
import hub.forum.constellations.contacts.SupportContact;
import hub.forum.constellations.oversight.Oversight;
import hub.forum.constellations.oversight.YearTable;
import hub.forum.constellations.rota.RotaWords;
import hub.forum.constellations.rota.Timeline;
import hub.forum.constellations.spare.SpareBed;
import hub.forum.constellations.spare.SpareBeds;
import hub.forum.groups.Group;
import hub.forum.groups.Visibility;
import hub.platform.figures.Suppression;
import hub.platform.figures.web.CsvAnswer;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.NotAllowed;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** A liaison worker's own page over all their constellations, and what one of them did in a year. */
@Controller
class OversightController {
    private static final int MOST_GAPS = 3;
    private static final int YEARS_BACK = 4;

    private final Oversight oversight;
    private final Constellations constellations;
    private final SpareBeds spare;
    private final Accounts accounts;
    private final RotaWords words;
    private final Clock clock;

    OversightController(
            Oversight oversight,
            Constellations constellations,
            SpareBeds spare,
            Accounts accounts,
            RotaWords words,
            Clock clock) {
        this.oversight = oversight;
        this.constellations = constellations;
        this.spare = spare;
        this.accounts = accounts;
        this.words = words;
        this.clock = clock;
    }

    /**
     * One constellation.
     *
     * @param cover a sentence: how many gaps, or that there is none
     * @param gaps the first of them
     * @param spare who has a spare bed this weekend
     */
    record One(
            String group,
            String name,
            String cover,
            List<String> gaps,
            List<Line> waiting,
            List<Line> atRisk,
            List<Line> open,
            String contacts,
            String spare) {}

    record Line(String path, String text) {}

    @GetMapping("/constellations/overview")
    Mono<Rendering> overview(Visibility visibility) {
        return oversight
                .states(visibility)
                .collectList()
                .filter(states -> !states.isEmpty())
                .flatMap(states -> spare.list(visibility)
                        .flatMap(beds -> names(states, beds)
                                .map(names -> Pages.show(
                                        "constellations/overview",
                                        states.stream()
                                                .map(state -> one(state, beds, names))
                                                .toList()))));
    }

    private Mono<Names> names(List<Oversight.State> states, List<SpareBed> beds) {
        Stream<String> carers = states.stream()
                .flatMap(state -> Stream.concat(state.open().stream(), state.atRisk().stream()))
                .map(SupportContact::carer);
        Stream<String> asking =
                states.stream().flatMap(state -> state.waiting().stream().map(one -> one.askedBy()));
        return accounts.names(
                Stream.concat(Stream.concat(carers, asking), beds.stream().map(SpareBed::by))
                        .distinct()
                        .toList());
    }

    private One one(Oversight.State state, List<SpareBed> beds, Names names) {
        Group group = state.group();
        List<String> homes = beds.stream()
                .filter(bed -> bed.group().equals(group.id()))
                .map(bed -> names.of(bed.by()).name())
                .sorted()
                .toList();
        return new One(
                group.id(),
                group.name(),
                words.say("constellations.overview.cover", state.gaps().size()),
                state.gaps().stream().limit(MOST_GAPS).map(this::gap).toList(),
                state.waiting().stream()
                        .map(one -> new Line(
                                one.path(),
                                words.say(
                                        "constellations.overview.of",
                                        names.of(one.askedBy()).name(),
                                        words.hours(one.ask().from(), one.ask().until()))))
                        .toList(),
                lines(state.atRisk(), names),
                lines(state.open(), names),
                words.say("constellations.overview.contacts", state.contacts()),
                homes.isEmpty()
                        ? words.say("constellations.overview.spare.none")
                        : words.say("constellations.overview.spare", String.join(", ", homes)));
    }

    private String gap(Timeline.Span gap) {
        return words.hours(gap.from(), gap.until());
    }

    private List<Line> lines(List<SupportContact> some, Names names) {
        return some.stream()
                .map(contact -> new Line(
                        contact.path(),
                        words.say(
                                "constellations.overview.of",
                                names.of(contact.carer()).name(),
                                day(contact))))
                .toList();
    }

    private static String day(SupportContact contact) {
        LocalDate more = contact.followUp();
        return Times.inFull(contact.open() && more != null ? more : contact.day());
    }

    /** @param years that can be looked at, the latest first */
    record YearPage(String group, String name, int year, List<Integer> years, List<Row> rows) {}

    record Row(String name, long count) {}

    @GetMapping("/constellations/{group}/year")
    Mono<Rendering> year(
            @PathVariable String group, @RequestParam(defaultValue = "") String year, Visibility visibility) {
        return overseen(group, visibility)
                .flatMap(found -> oversight
                        .year(found, chosen(year), visibility)
                        .map(table -> Pages.show("constellations/year", page(found, table))));
    }

    private YearPage page(Group group, YearTable table) {
        int now = thisYear();
        return new YearPage(
                group.id(),
                group.name(),
                table.year(),
                IntStream.rangeClosed(0, YEARS_BACK)
                        .mapToObj(back -> now - back)
                        .filter(other -> other != table.year())
                        .collect(Collectors.toList()),
                table.lines().stream()
                        .map(line -> new Row(name(line.name()), line.count()))
                        .toList());
    }

    /** What leaves the constellation: nothing about fewer than five people. */
    @GetMapping("/constellations/{group}/year.csv")
    Mono<ResponseEntity<byte[]>> csv(
            @PathVariable String group, @RequestParam(defaultValue = "") String year, Visibility visibility) {
        return overseen(group, visibility)
                .flatMap(found -> oversight
                        .year(found, chosen(year), visibility)
                        .map(table -> CsvAnswer.of(
                                found.name() + " " + table.year(),
                                Suppression.withoutTotals(table.counts(this::name))
                                        .lines(
                                                words.say("constellations.year.corner"),
                                                words.say("constellations.year.withheld")))))
                .switchIfEmpty(Mono.error(NotAllowed::new));
    }

    private Mono<Group> overseen(String group, Visibility visibility) {
        return constellations
                .toTakePart(group, visibility)
                .filter(found -> ConstellationPolicy.mayOversee(visibility, found.id()));
    }

    private String name(String line) {
        return words.say("constellations.year." + line);
    }

    private int chosen(String typed) {
        int now = thisYear();
        int year = InputText.number(typed);
        return year > now - YEARS_BACK - 1 && year < now ? year : now;
    }

    private int thisYear() {
        return LocalDate.ofInstant(clock.instant(), Times.LONDON).getYear();
    }
}
