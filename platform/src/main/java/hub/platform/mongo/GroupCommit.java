package hub.platform.mongo;

import com.mongodb.MongoBulkWriteException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Writes of one kind that go out together. What is asked for while a command is under way waits for its end and then goes with all the others that
 * waited, as one command. So a write that is alone goes at once, and under load MongoDB has few commands with many documents, which cost it a third
 * of many commands with one.
 */
public final class GroupCommit<T> {
    private static final int MOST_AT_ONCE = 500;
    private static final int DUPLICATE_KEY = 11_000;

    private final Function<List<T>, Mono<Void>> command;
    private final Queue<Waiting<T>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean underWay = new AtomicBoolean();

    /** @param command writes all of some items, unordered: that one of them fails does not keep the others from being written */
    GroupCommit(Function<List<T>, Mono<Void>> command) {
        this.command = command;
    }

    /**
     * Writes an item. Whoever loses patience before it has left takes it back; after that it may be written all the same.
     *
     * @throws DuplicateKeyException (as a signal) if a unique index has it already
     * @throws DataIntegrityViolationException (as a signal) if MongoDB refused it for another reason; other errors are the command's
     */
    public Mono<Void> write(T item) {
        return Mono.defer(() -> {
            Waiting<T> mine = new Waiting<>(item);
            waiting.add(mine);
            sendNext();
            return mine.answer.asMono().doOnCancel(() -> waiting.remove(mine));
        });
    }

    private void sendNext() {
        while (!waiting.isEmpty() && underWay.compareAndSet(false, true)) {
            List<Waiting<T>> some = take();
            if (some.isEmpty()) {
                underWay.set(false);
            } else {
                send(some);
                return;
            }
        }
    }

    private List<Waiting<T>> take() {
        List<Waiting<T>> some = new ArrayList<>();
        for (Waiting<T> next = waiting.poll();
                next != null;
                next = some.size() < MOST_AT_ONCE ? waiting.poll() : null) {
            some.add(next);
        }
        return some;
    }

    /** Nobody's subscription in particular: whoever goes away must not take the others' writes along. */
    private void send(List<Waiting<T>> some) {
        command.apply(some.stream().map(Waiting::item).toList())
                .subscribe(nothing -> {}, fault -> end(some, fault), () -> end(some, null));
    }

    private void end(List<Waiting<T>> some, @Nullable Throwable fault) {
        underWay.set(false);
        sendNext();
        if (fault instanceof MongoBulkWriteException single && single.getWriteConcernError() == null) {
            tellEach(some, single);
        } else {
            some.forEach(each -> each.end(fault));
        }
    }

    private void tellEach(List<Waiting<T>> some, MongoBulkWriteException faults) {
        Map<Integer, Throwable> byPlace = new HashMap<>();
        faults.getWriteErrors()
                .forEach(error -> byPlace.put(
                        error.getIndex(),
                        error.getCode() == DUPLICATE_KEY
                                ? new DuplicateKeyException("There already")
                                : new DataIntegrityViolationException("MongoDB refused it: " + error.getCode())));
        for (int place = 0; place < some.size(); place++) {
            some.get(place).end(byPlace.get(place));
        }
    }

    private record Waiting<T>(T item, Sinks.Empty<Void> answer) {
        Waiting(T item) {
            this(item, Sinks.empty());
        }

        void end(@Nullable Throwable fault) {
            if (fault == null) {
                answer.tryEmitEmpty();
            } else {
                answer.tryEmitError(fault);
            }
        }

        /** Two equal items are two. */
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
