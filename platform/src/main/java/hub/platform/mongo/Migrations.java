package hub.platform.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.outage.MongoAway;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Runs every {@link Migration} of the context that has not run yet, before the web server takes requests, while a lease keeps other
 * processes waiting.
 */
@Component
public class Migrations extends AtStart {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final String DONE = "migrations";

    private final ReactiveMongoTemplate mongo;
    private final List<Migration> all;
    private final Lease lease;
    private final Clock clock;

    Migrations(ReactiveMongoTemplate mongo, ObjectProvider<Migration> all, Leases leases, Clock clock) {
        super(0, Duration.ofMinutes(10));
        this.mongo = mongo;
        this.all = all.stream().sorted(Comparator.comparing(Migration::name)).toList();
        this.lease = leases.named("migrations", Duration.ofSeconds(30));
        this.clock = clock;
    }

    /** Runs what is missing. Errors stop the start: what stands on a wrong index or shape must not serve. */
    public Mono<Void> run() {
        return lease.whenHeld(Flux.fromIterable(all).concatMap(this::runOnce).then());
    }

    /** A service may be started before its MongoDB. */
    @Override
    protected Mono<Void> work() {
        return run().retryWhen(Retry.fixedDelay(30, Duration.ofSeconds(1))
                .filter(MongoAway::explains)
                .onRetryExhaustedThrow((spec, signal) -> signal.failure()));
    }

    private Mono<Void> runOnce(Migration migration) {
        Query byName = Query.query(where("_id").is(migration.name()));
        return mongo.exists(byName, DONE).filter(done -> !done).flatMap(missing -> {
            LOG.info("Migration {}", migration.name());
            return migration
                    .step()
                    .run(mongo)
                    .then(mongo.upsert(byName, new Update().set("at", clock.instant()), Document.class, DONE))
                    .then();
        });
    }
}
