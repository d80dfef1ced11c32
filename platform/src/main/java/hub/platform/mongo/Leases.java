package hub.platform.mongo;

import java.time.Clock;
import java.time.Duration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;

/** Leases by name, kept in MongoDB: at most one process holds each. */
@Component
public class Leases {
    private final ReactiveMongoTemplate mongo;
    private final Clock clock;
    private final String owner = Ids.next();

    Leases(ReactiveMongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** @param length how long a holder that died keeps others out; a living holder renews it */
    public Lease named(String name, Duration length) {
        return new Lease(mongo, clock, name, owner, length);
    }
}
