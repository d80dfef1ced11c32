package hub.platform.mongo;

import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** All or nothing: steps that MongoDB carries out as one. */
@Component
public class Transactions {
    private final TransactionalOperator operator;

    Transactions(TransactionalOperator operator) {
        this.operator = operator;
    }

    /**
     * Runs steps in a transaction, and anew when another one changed the same document meanwhile; so they must be fit to be subscribed to again,
     * and one after the other, as a transaction takes no two commands at once. Within a transaction that has begun they are part of that.
     */
    public <T> Mono<T> run(Mono<T> steps) {
        return Mono.deferContextual(context -> OngoingTransaction.in(context)
                ? steps
                : operator.transactional(steps).retryWhen(Conflicts.retry()));
    }
}
