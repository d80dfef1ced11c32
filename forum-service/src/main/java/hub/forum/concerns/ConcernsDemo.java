package hub.forum.concerns;

import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import hub.platform.mongo.Ids;
import java.time.Duration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A worry in each state. */
@Component
@Order(DemoContent.SCHEMES)
class ConcernsDemo implements DemoContent {
    private static final Duration READ_AFTER = Duration.ofMinutes(14);
    private static final Duration DONE_AFTER = Duration.ofHours(26);

    private final DemoFiles files;
    private final ConcernStore store;

    ConcernsDemo(DemoFiles files, ConcernStore store) {
        this.files = files;
        this.store = store;
    }

    @Override
    public String name() {
        return "concerns";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        return Flux.fromIterable(files.entries("concerns/concerns.yml"))
                .map(entry -> concern(entry, clock))
                .concatMap(
                        concern -> store.toChange(concern.id()).switchIfEmpty(Mono.defer(() -> store.insert(concern))))
                .then();
    }

    private static Concern concern(DemoEntry entry, DemoClock clock) {
        Concern raised = Concern.raise(
                Ids.of("demo concern " + entry.text("person") + " " + entry.text("ago")),
                entry.text("person"),
                entry.text("text"),
                "",
                null,
                clock.ago(entry.text("ago")));
        if (entry.text("with").isEmpty()) {
            return raised;
        }
        Concern read = raised.acknowledge(entry.text("with"), raised.raisedAt().plus(READ_AFTER));
        return entry.text("done").isEmpty()
                ? read
                : read.finish(entry.text("with"), raised.raisedAt().plus(DONE_AFTER), entry.text("done"));
    }
}
