package hub.forum.guidance;

import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import hub.platform.mongo.Ids;
import hub.platform.time.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Requests for guidance in each state, and the advisers. */
@Component
@Order(DemoContent.SCHEMES)
class GuidanceDemo implements DemoContent {
    private static final Duration LONG_AGO = Duration.ofDays(300);
    private static final LocalTime TALKS = LocalTime.of(14, 0);

    private final DemoFiles files;
    private final GuidanceStore store;

    GuidanceDemo(DemoFiles files, GuidanceStore store) {
        this.files = files;
        this.store = store;
    }

    @Override
    public String name() {
        return "guidance";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        return Flux.fromIterable(files.entries("guidance/advisers.yml"))
                .concatMap(entry ->
                        store.put(new Adviser(entry.text("person"), entry.flag("second"), clock.ago(LONG_AGO))))
                .thenMany(Flux.fromIterable(files.entries("guidance/requests.yml")))
                .concatMap(entry -> add(entry, clock))
                .then();
    }

    private Mono<GuidanceRequest> add(DemoEntry entry, DemoClock clock) {
        String id = Ids.of("demo guidance " + entry.text("person") + " " + entry.text("topic"));
        GuidanceRequest asked = GuidanceRequest.ask(
                id,
                entry.text("person"),
                entry.chosen("topic", GuidanceTopic.class),
                entry.text("text"),
                clock.ago(entry.text("ago")));
        return store.find(id).switchIfEmpty(Mono.defer(() -> store.insert(state(asked, entry, clock))));
    }

    private static GuidanceRequest state(GuidanceRequest asked, DemoEntry entry, DemoClock clock) {
        GuidanceRequest raised = entry.flag("raised") ? asked.raise(clock.firstStart()) : asked;
        if (entry.text("with").isEmpty()) {
            return raised;
        }
        Instant at = clock.today()
                .plusDays(entry.number("inDays"))
                .atTime(TALKS)
                .atZone(Times.LONDON)
                .toInstant();
        GuidanceRequest booked = raised.book(new GuidanceRequest.Talk(entry.text("with"), at, entry.text("where")));
        return entry.flag("done") ? booked.finish() : booked;
    }
}
