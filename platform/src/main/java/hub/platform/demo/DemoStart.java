package hub.platform.demo;

import hub.platform.mongo.AtStart;
import hub.platform.mongo.Lease;
import hub.platform.mongo.Leases;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Loads at the start what has not been loaded yet, after the migrations and the library and before the first request: the first thing a visitor sees is alive.
 * One process at a time.
 */
@Component
@ConditionalOnBooleanProperty("hearth.demo")
class DemoStart extends AtStart {
    private static final int AFTER_THE_LIBRARY = 40;

    private final ObjectProvider<DemoContent> contents;
    private final DemoLoader loader;
    private final Lease lease;
    private final Clock clock;

    DemoStart(ObjectProvider<DemoContent> contents, DemoLoader loader, Leases leases, Clock clock) {
        super(AFTER_THE_LIBRARY, Duration.ofMinutes(5));
        this.contents = contents;
        this.loader = loader;
        this.lease = leases.named("demo", Duration.ofSeconds(30));
        this.clock = clock;
    }

    @Override
    protected Mono<Void> work() {
        DemoClock now = new DemoClock(clock.instant());
        return lease.whenHeld(Flux.fromStream(contents::orderedStream)
                .concatMap(content -> loader.loadOnce(content, now))
                .then());
    }
}
