package hub.forum.networks;

import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What carers of the demo say fits them, and the group for it. */
@Component
@Order(DemoContent.SCHEMES)
class NetworkDemo implements DemoContent {
    private final DemoFiles files;
    private final NetworkStore store;

    NetworkDemo(DemoFiles files, NetworkStore store) {
        this.files = files;
        this.store = store;
    }

    @Override
    public String name() {
        return "networks";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        return Flux.fromIterable(files.entries("networks/choices.yml"))
                .concatMap(entry -> store.put(
                        new NetworkChoice(entry.text("person"), Set.copyOf(entry.allChosen("traits", Trait.class)))))
                .thenMany(Flux.fromIterable(files.entries("networks/groups.yml"))
                        .concatMap(entry -> store.put(group(entry))))
                .then();
    }

    private static NetworkGroup group(DemoEntry entry) {
        return new NetworkGroup(entry.text("group"), entry.chosen("trait", Trait.class), entry.text("by"));
    }
}
