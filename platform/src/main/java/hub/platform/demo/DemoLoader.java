package hub.platform.demo;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Loads a feature's content into the demo, unless that was done before. */
@Component
public class DemoLoader {
    private final DemoStore marks;

    DemoLoader(DemoStore marks) {
        this.marks = marks;
    }

    public Mono<Void> loadOnce(DemoContent content, DemoClock clock) {
        return marks.isLoaded(content.name())
                .filter(loaded -> !loaded)
                .flatMap(missing -> content.load(clock).then(marks.loaded(content.name(), clock.firstStart())));
    }
}
