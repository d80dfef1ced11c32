package hub.platform.due;

import hub.platform.queue.QueueConsumer;
import hub.platform.queue.QueuedItem;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A queue for each kind of due work. */
@Component
class DueQueues implements QueueConsumer.Several {
    private final List<DueHandler> handlers;

    DueQueues(ObjectProvider<DueHandler> handlers) {
        this.handlers = handlers.stream().toList();
    }

    @Override
    public Stream<QueueConsumer> consumers() {
        return handlers.stream().map(DueQueue::new);
    }

    private record DueQueue(DueHandler handler) implements QueueConsumer {
        @Override
        public String queue() {
            return DueWork.queueOf(handler.kind());
        }

        @Override
        public Mono<Void> handle(QueuedItem item) {
            return handler.handle(item.subject(), item.due());
        }
    }
}
