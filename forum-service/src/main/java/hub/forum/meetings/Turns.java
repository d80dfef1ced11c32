package hub.forum.meetings;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Lets those who answer to one meeting at once do so one after the other, within this process. Transactions alone would make it right: but of 200 that change the same
 * document, 199 begin anew, again and again, and some would give up.
 */
@Component
class Turns {
    private final Map<String, Mono<Void>> last = new ConcurrentHashMap<>();

    /** Does the work when all that came before it for the same meeting has ended, however it ended. */
    <T> Mono<T> of(String meeting, Mono<T> work) {
        return Mono.defer(() -> {
            Sinks.Empty<Void> over = Sinks.empty();
            Mono<Void> mine = over.asMono();
            Mono<Void> before = last.put(meeting, mine);
            Mono<Void> turn = before == null ? Mono.empty() : before;
            return turn.then(work).doFinally(how -> {
                last.remove(meeting, mine);
                over.tryEmitEmpty();
            });
        });
    }
}
