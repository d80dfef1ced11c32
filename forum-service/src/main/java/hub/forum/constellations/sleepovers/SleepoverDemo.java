package hub.forum.constellations.sleepovers;

import hub.platform.calendar.WallTime;
import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import hub.platform.mongo.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The sleepovers of the demo, in each state. */
@Component
@Order(DemoContent.SCHEMES)
class SleepoverDemo implements DemoContent {
    private static final LocalTime COME = LocalTime.of(16, 0);
    private static final LocalTime GO = LocalTime.of(10, 0);
    private static final LocalTime GO_THAT_DAY = LocalTime.of(19, 0);
    private static final Duration ASKED_BEFORE = Duration.ofDays(14);

    private final DemoFiles files;
    private final SleepoverStore store;

    SleepoverDemo(DemoFiles files, SleepoverStore store) {
        this.files = files;
        this.store = store;
    }

    @Override
    public String name() {
        return "constellations-sleepovers";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        List<Sleepover> all = files.entries("constellations/sleepovers.yml").stream()
                .map(entry -> sleepover(entry, clock))
                .toList();
        return store.toChange(all.getFirst().id())
                .hasElement()
                .flatMap(there -> there ? Mono.empty() : store.insertAll(all));
    }

    private static Sleepover sleepover(DemoEntry entry, DemoClock clock) {
        Ask ask = ask(entry, clock);
        Instant asked = earlier(ask.from().minus(ASKED_BEFORE), clock.ago("1d3h"));
        String id = Ids.of("demo sleepover " + entry.text("group") + entry.text("by") + entry.number("in"));
        Sleepover fresh = Sleepover.asked(id, entry.text("group"), entry.text("by"), ask, asked)
                .reaching(reached(entry));
        String by = entry.text("answeredBy");
        return switch (entry.text("state")) {
            case "accepted" -> fresh.accept(by, asked);
            case "declined" -> fresh.decline(by, entry.chosen("reason", Sleepover.Reason.class));
            case "cancelled" -> fresh.accept(by, asked).cancel();
            case "happened" -> said(fresh.accept(by, asked).over(true, ask.until()), entry);
            case "did-not-happen" -> fresh.accept(by, asked).over(false, ask.until());
            default -> fresh;
        };
    }

    private static Sleepover said(Sleepover happened, DemoEntry entry) {
        return entry.flag("helped") ? happened.say(happened.askedBy(), Sleepover.Helped.YES) : happened;
    }

    private static List<String> reached(DemoEntry entry) {
        List<String> reached = entry.texts("reached");
        return reached.isEmpty() ? List.of(entry.text("answeredBy")) : reached;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Ask ask(DemoEntry entry, DemoClock clock) {
        LocalDate day = clock.today().plusDays(entry.number("in"));
        boolean nights = !entry.flag("day");
        LocalDate last = nights ? day.plusDays(entry.number("nights")) : day;
        return new Ask(
                entry.flag("emergency"),
                nights,
                WallTime.of(day, COME).instant(),
                WallTime.of(last, nights ? GO : GO_THAT_DAY).instant(),
                entry.number("children"),
                Set.copyOf(entry.allChosen("ages", Ask.AgeBand.class)),
                Set.copyOf(entry.allChosen("needs", Ask.Need.class)),
                entry.text("agreed"));
    }
}
