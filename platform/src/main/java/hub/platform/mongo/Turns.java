package hub.platform.mongo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Lets those who change one thing at once do so one after the other, in the order in which they came to this process. Transactions alone would make it right, and do so
 * among processes: but of 200 that change the same document, 199 begin anew, again and again, and some would give up.
 */
@Component
public class Turns {
    private final Map<String, Mono<Void>> last = new ConcurrentHashMap<>();

    /**
     * Does the work when all that came before it for the same thing has ended, however it ended.
     *
     * @param thing an id that no thing of another kind has
     */
    public <T> Mono<T> of(String thing, Mono<T> work) {
        return Mono.defer(() -> {
            Sinks.Empty<Void> over = Sinks.empty();
            Mono<Void> mine = over.asMono();
            Mono<Void> before = last.put(thing, mine);
            Mono<Void> turn = before == null ? Mono.empty() : before;
            return turn.then(work).doFinally(how -> {
                last.remove(thing, mine);
                over.tryEmitEmpty();
            });
        });
    }
}
