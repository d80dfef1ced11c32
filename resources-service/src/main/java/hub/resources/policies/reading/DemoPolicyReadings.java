package hub.resources.policies.reading;

import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.resources.policies.DemoPolicyVersions;
import hub.resources.policies.Policies;
import java.time.Duration;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Carers of the demo who have read the peer support policy. */
@Component
@Order(DemoContent.SCHEMES + 1)
class DemoPolicyReadings implements DemoContent {
    private static final List<String> READERS = List.of(
            "dawn-pickering",
            "leroy-bennett",
            "ruth-ellery",
            "michael-doyle",
            "doreen-platt",
            "tasneem-akhtar",
            "carol-fenwick",
            "joe-fenwick",
            "grace-okafor",
            "owen-parry",
            "bev-lockwood",
            "sunita-desai");

    private final Policies policies;
    private final PolicyReadings readings;

    DemoPolicyReadings(Policies policies, PolicyReadings readings) {
        this.policies = policies;
        this.readings = readings;
    }

    @Override
    public String name() {
        return "policy-readings";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        return policies.find(DemoPolicyVersions.POLICY)
                .flatMapMany(policy -> Flux.fromIterable(READERS)
                        .concatMap(reader -> readings.bringIn(policy, reader, clock.ago(Duration.ofDays(200)))))
                .then();
    }
}
