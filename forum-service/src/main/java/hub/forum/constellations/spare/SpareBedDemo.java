package hub.forum.constellations.spare;

import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoFiles;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Spare beds of the demo, on the weekend of the first start. */
@Component
@Order(DemoContent.SCHEMES)
class SpareBedDemo implements DemoContent {
    private final DemoFiles files;
    private final SpareBedStore store;

    SpareBedDemo(DemoFiles files, SpareBedStore store) {
        this.files = files;
        this.store = store;
    }

    @Override
    public String name() {
        return "constellations-spare";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        List<SpareBed> all = files.entries("constellations/spare.yml").stream()
                .map(entry ->
                        SpareBed.of(entry.text("group"), entry.text("household"), entry.text("by"), clock.firstStart()))
                .toList();
        return Flux.fromIterable(all)
                .concatMap(bed -> store.has(bed.id()).filter(there -> !there).flatMap(fresh -> store.insert(bed)))
                .then();
    }
}
