package hub.platform.mongo;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;

/** Leases by name, kept in MongoDB: at most one process holds each. */
@Component
public class Leases {
    private final ReactiveMongoTemplate mongo;
    private final Clock clock;
    private final String owner;

    /**
     * @param owner of a process that has the database to itself: a name that stays the same from start to start, so that it need not wait for itself
     *     after it was killed at work. Empty where several processes share one
     */
    @Autowired
    Leases(ReactiveMongoTemplate mongo, Clock clock, @Value("${hearth.leases.owner:}") String owner) {
        this.mongo = mongo;
        this.clock = clock;
        this.owner = owner.isEmpty() ? Ids.next() : owner;
    }

    Leases(ReactiveMongoTemplate mongo, Clock clock) {
        this(mongo, clock, "");
    }

    /** @param length how long a holder that died keeps others out; a living holder renews it */
    public Lease named(String name, Duration length) {
        return new Lease(mongo, clock, name, owner, length);
    }
}
