package hub.forum.constellations.homes;

import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The hub homes of the demo and their beds. */
@Component
@Order(DemoContent.SCHEMES)
class HomeDemo implements DemoContent {
    private static final int YEARS = 2;

    private final DemoFiles files;
    private final HubHomeStore store;

    HomeDemo(DemoFiles files, HubHomeStore store) {
        this.files = files;
        this.store = store;
    }

    @Override
    public String name() {
        return "constellations-homes";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        return Flux.fromIterable(files.entries("constellations/rotas.yml"))
                .concatMap(entry -> store.toChange(entry.text("group"))
                        .switchIfEmpty(Mono.defer(() -> store.insert(home(entry, clock)))))
                .then();
    }

    private static HubHome home(DemoEntry entry, DemoClock clock) {
        HubHome home = HubHome.empty(entry.text("group")).withBackup(entry.text("backup"), entry.text("backupNumber"));
        for (DemoEntry bed : entry.entries("beds")) {
            home = home.with(new Bed(
                    bed.text("id"),
                    bed.chosen("kind", Bed.Kind.class),
                    bed.number("count"),
                    clock.today().minusYears(YEARS),
                    null));
        }
        return home.nextVersion();
    }
}
