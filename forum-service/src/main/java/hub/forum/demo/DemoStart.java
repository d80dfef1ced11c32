package hub.forum.demo;

import hub.platform.mongo.AtStart;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Loads the demo at the first start, after the migrations and before the first request: the first thing a visitor sees is alive. */
@Component
@ConditionalOnProperty("hearth.demo")
class DemoStart extends AtStart {
    private final DemoCommunity community;
    private final DemoStore marks;

    DemoStart(DemoCommunity community, DemoStore marks) {
        super(Turn.COMMUNITY, Duration.ofMinutes(5));
        this.community = community;
        this.marks = marks;
    }

    @Override
    protected Mono<Void> work() {
        return marks.isLoaded()
                .filter(loaded -> !loaded)
                .flatMap(missing -> community.load().then(marks.loaded()));
    }
}
