package hub.platform.events;

import hub.platform.cache.TransactionChanges;
import hub.platform.queue.QueuedItem;
import hub.platform.queue.Queues;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Where events are published. */
@Service
public class Events {
    static final String NAME = "event";
    static final String FACTS = "facts";

    private final Queues queues;
    private final ConsumerStore consumers;
    private final MongoConverter converter;
    private final Clock clock;

    Events(Queues queues, ConsumerStore consumers, MongoConverter converter, Clock clock) {
        this.queues = queues;
        this.consumers = consumers;
        this.converter = converter;
        this.clock = clock;
    }

    /**
     * Tells all who take such an event, once the transaction is carried out that this is a step of.
     *
     * @throws IllegalStateException (as a signal) outside a transaction: the event could stand without its cause, or the other way round
     */
    public <E extends Record & Event> Mono<Void> publish(E event) {
        return Mono.deferContextual(context -> TransactionChanges.areCollectedIn(context)
                ? consumers.all().flatMap(all -> queues.add(itemsFor(event, all)))
                : Mono.error(
                        new IllegalStateException(nameOf(event.getClass()) + " was published outside a transaction")));
    }

    private List<QueuedItem> itemsFor(Event event, List<ConsumerStore.Known> all) {
        String name = nameOf(event.getClass());
        Instant now = clock.instant();
        String id = EventId.next(now);
        Document facts = new Document();
        converter.write(event, facts);
        Document data = new Document(NAME, name).append(FACTS, facts);
        return all.stream()
                .filter(consumer -> consumer.events().contains(name))
                .map(consumer -> QueuedItem.fresh(EventQueues.queueOf(consumer.id()), id, event.subject(), now, data))
                .toList();
    }

    static String nameOf(Class<?> kind) {
        EventName name = kind.getAnnotation(EventName.class);
        if (name == null) {
            throw new IllegalArgumentException(kind + " has no @EventName");
        }
        return name.value();
    }
}
