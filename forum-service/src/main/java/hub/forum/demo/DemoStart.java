package hub.forum.demo;

import hub.platform.mongo.AtStart;
import hub.platform.mongo.Lease;
import hub.platform.mongo.Leases;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Loads the demo at the first start, after the migrations and before the first request: the first thing a visitor sees is alive. One process at a time. */
@Component
@ConditionalOnProperty("hearth.demo")
class DemoStart extends AtStart {
    private final DemoCommunity community;
    private final DemoStore marks;
    private final Lease lease;

    DemoStart(DemoCommunity community, DemoStore marks, Leases leases) {
        super(10, Duration.ofMinutes(5));
        this.community = community;
        this.marks = marks;
        this.lease = leases.named("demo", Duration.ofSeconds(30));
    }

    @Override
    protected Mono<Void> work() {
        return lease.whenHeld(Mono.defer(() -> marks.isLoaded()
                .filter(loaded -> !loaded)
                .flatMap(missing -> community.load().then(marks.loaded()))));
    }
}
