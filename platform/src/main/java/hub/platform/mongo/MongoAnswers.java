package hub.platform.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives up on work while MongoDB does not answer. The driver alone would wait on a connection to a server that hangs; a plain limit of time would also
 * end what is merely slow. So work that takes longer than that makes us ask MongoDB itself; and only silence ends it.
 */
@Component
public class MongoAnswers {
    /** With the silence under the two seconds in which a page of the house must stand, whatever it says. */
    private static final Duration SLOW = Duration.ofMillis(900);

    private static final Duration SILENCE = Duration.ofMillis(900);

    private final Mono<Document> ping;

    MongoAnswers(MongoClient client) {
        ping = Mono.from(client.getDatabase("admin").runCommand(new Document("ping", 1)))
                .timeout(SILENCE)
                .onErrorMap(silence -> new MongoAway());
    }

    /**
     * The work; {@link MongoAway} as a signal if it takes more than 0.9 s and MongoDB says nothing.
     *
     * @param tooLate from when on the work is left to end by itself
     */
    public Mono<Void> orAway(Mono<Void> work, BooleanSupplier tooLate) {
        Mono<Void> silence = Flux.interval(SLOW)
                .onBackpressureDrop()
                .concatMap(slow -> ping.then().onErrorComplete(away -> tooLate.getAsBoolean()))
                .then();
        return Mono.firstWithSignal(work, silence);
    }
}
