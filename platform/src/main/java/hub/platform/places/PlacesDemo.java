package hub.platform.places;

import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import java.time.Duration;
import java.time.Instant;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The family hubs of the demo, before whatever takes place in them. */
@Component
@Order(PlacesDemo.BEFORE_SCHEMES)
class PlacesDemo implements DemoContent {
    static final int BEFORE_SCHEMES = SCHEMES - 10;

    private static final Duration LONG_AGO = Duration.ofDays(500);

    private final DemoFiles files;
    private final PlaceStore store;

    PlacesDemo(DemoFiles files, PlaceStore store) {
        this.files = files;
        this.store = store;
    }

    @Override
    public String name() {
        return "places";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        Instant since = clock.ago(LONG_AGO);
        return Flux.fromIterable(files.entries("places/hubs.yml"))
                .map(entry -> FamilyHub.begin(entry.text("id"), facts(entry), since, "demo"))
                .concatMap(hub -> store.toChange(hub.id()).switchIfEmpty(store.insert(hub)))
                .then();
    }

    private static HubFacts facts(DemoEntry entry) {
        return new HubFacts(
                entry.text("name"),
                entry.text("area"),
                entry.text("address"),
                entry.text("postcode"),
                entry.chosen("stepFree", StepFree.class),
                entry.text("access"),
                entry.text("toilets"),
                entry.text("parking"),
                entry.text("bus"));
    }
}
