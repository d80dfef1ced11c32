package hub.forum.constellations.rota;

import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rotas of the demo: a year behind, with shifts next week that nobody has, and a swap that waits. */
@Component
@Order(DemoContent.SCHEMES)
class RotaDemo implements DemoContent {
    private final DemoFiles files;
    private final RotaStore store;
    private final RotaSchedule schedule;

    RotaDemo(DemoFiles files, RotaStore store, RotaSchedule schedule) {
        this.files = files;
        this.store = store;
        this.schedule = schedule;
    }

    @Override
    public String name() {
        return "constellations-rotas";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        return Flux.fromIterable(files.entries("constellations/rotas.yml"))
                .concatMap(entry -> store.toChange(entry.text("group"))
                        .switchIfEmpty(Mono.defer(() -> store.insert(rota(entry, clock)))))
                .concatMap(schedule::of)
                .then();
    }

    private static Rota rota(DemoEntry entry, DemoClock clock) {
        Rota rota = Rota.empty(entry.text("group"));
        for (DemoEntry person : entry.entries("people")) {
            rota = rota.with(new OnCallPerson(person.text("person"), person.text("number"), person.flag("standIn")));
        }
        LocalDate monday = clock.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        for (DemoEntry part : entry.entries("pattern")) {
            rota = rota.with(turn(part, monday));
        }
        Instant now = clock.firstStart();
        for (DemoEntry shift : entry.entries("givenBack")) {
            String key = key(shift.text("turn"), monday, shift.number("next"));
            rota = rota.assign(key, null, now);
        }
        return rota.offer(swap(entry.entry("swap"), monday, clock), now).nextVersion();
    }

    private static Turn turn(DemoEntry part, LocalDate monday) {
        int weeks = Math.max(1, part.number("weeks"));
        return new Turn(
                part.text("id"),
                part.texts("days").stream()
                        .map(day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                LocalTime.parse(part.text("from")),
                LocalTime.parse(part.text("until")),
                part.text("person"),
                weeks,
                monday.minusWeeks(52L + part.number("offset")),
                null);
    }

    private static Swap swap(DemoEntry swap, LocalDate monday, DemoClock clock) {
        return new Swap(
                "demo",
                swap.text("by"),
                swap.text("to"),
                key(swap.text("mine"), monday, swap.number("mineNext")),
                key(swap.text("theirs"), monday, swap.number("theirsNext")),
                clock.ago("1d2h"));
    }

    private static String key(String turn, LocalDate monday, int next) {
        return turn + ":" + monday.plusDays(next);
    }
}
