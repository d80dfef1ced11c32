package hub.resources.training.booking;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One booking of a session after the other, in the order in which they came to this process. When a course that everybody wants is opened, hundreds would otherwise be tried again
 * and again as each of them changes the same session; that no two do at once is held by the transaction, also among processes.
 */
@Component
class SessionTurns {
    private final ConcurrentMap<String, Mono<Void>> last = new ConcurrentHashMap<>();

    <T> Mono<T> inTurn(String session, Mono<T> act) {
        return Mono.defer(() -> {
            Sinks.Empty<Void> done = Sinks.empty();
            Mono<Void> mine = done.asMono();
            Mono<Void> before = last.put(session, mine);
            Mono<T> turn = before == null ? act : before.then(act);
            return turn.doFinally(end -> {
                last.remove(session, mine);
                done.tryEmitEmpty();
            });
        });
    }
}
