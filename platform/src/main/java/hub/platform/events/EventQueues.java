package hub.platform.events;

import hub.platform.mongo.AtStart;
import hub.platform.queue.QueueConsumer;
import hub.platform.queue.QueuedItem;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A queue for each consumer. Who takes what is written down at the start, so that those who publish in other processes know of it. */
@Component
class EventQueues extends AtStart implements QueueConsumer.Several {
    private static final int AFTER_MIGRATIONS = 1;

    private final List<EventConsumer> consumers;
    private final ConsumerStore store;
    private final MongoConverter converter;
    private final String service;

    EventQueues(
            ObjectProvider<EventConsumer> consumers,
            ConsumerStore store,
            MongoConverter converter,
            @Value("${spring.application.name:hearth}") String service) {
        super(AFTER_MIGRATIONS, Duration.ofMinutes(1));
        this.consumers = consumers.stream().toList();
        this.store = store;
        this.converter = converter;
        this.service = service;
    }

    static String queueOf(String consumer) {
        return "events." + consumer;
    }

    @Override
    public Stream<QueueConsumer> consumers() {
        return consumers.stream().map(EventQueue::new);
    }

    @Override
    protected Mono<Void> work() {
        Set<String> names = consumers.stream().map(EventConsumer::name).collect(Collectors.toSet());
        Mono<Void> known = Flux.fromIterable(consumers)
                .concatMap(each -> store.put(new ConsumerStore.Known(each.name(), service, each.events())))
                .then();
        Mono<Void> gone = store.others(service, names)
                .concatMap(other -> store.remove(other.id()))
                .then();
        return known.then(gone);
    }

    private final class EventQueue implements QueueConsumer {
        private final EventConsumer consumer;

        EventQueue(EventConsumer consumer) {
            this.consumer = consumer;
        }

        @Override
        public String queue() {
            return queueOf(consumer.name());
        }

        @Override
        public Mono<Void> handle(QueuedItem item) {
            Document facts = Objects.requireNonNull(item.data().get(Events.FACTS, Document.class));
            return consumer.take(
                    Objects.requireNonNull(item.data().getString(Events.NAME)), new EventConsumer.Reader() {
                        @Override
                        public <E> E read(Class<E> kind) {
                            return converter.read(kind, facts);
                        }
                    });
        }
    }
}
