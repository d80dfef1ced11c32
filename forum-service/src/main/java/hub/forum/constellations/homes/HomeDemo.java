package hub.forum.constellations.homes;

import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The hub homes of the demo, their beds, and what is noted of the homes. */
@Component
@Order(DemoContent.SCHEMES)
class HomeDemo implements DemoContent {
    private static final int YEARS = 2;

    private final DemoFiles files;
    private final HubHomeStore store;
    private final HomeMarksStore marks;

    HomeDemo(DemoFiles files, HubHomeStore store, HomeMarksStore marks) {
        this.files = files;
        this.store = store;
        this.marks = marks;
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
                .thenMany(Flux.fromIterable(files.entries("constellations/marks.yml"))
                        .concatMap(entry -> marks.find(entry.text("group"))
                                .switchIfEmpty(Mono.defer(() -> marks.put(marked(entry))))))
                .then();
    }

    private static HomeMarks marked(DemoEntry entry) {
        Map<HomeMark, Set<String>> homes = new EnumMap<>(HomeMark.class);
        for (HomeMark mark : HomeMark.values()) {
            homes.put(mark, Set.copyOf(entry.texts(mark.slug())));
        }
        return new HomeMarks(entry.text("group"), homes);
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
