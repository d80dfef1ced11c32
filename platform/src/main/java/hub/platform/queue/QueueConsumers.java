package hub.platform.queue;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All consumers of this process. */
@Component
class QueueConsumers {
    private final List<QueueConsumer> all;

    QueueConsumers(ObjectProvider<QueueConsumer> single, ObjectProvider<QueueConsumer.Several> several) {
        this.all = Stream.concat(single.stream(), several.stream().flatMap(QueueConsumer.Several::consumers))
                .sorted(Comparator.comparing(QueueConsumer::queue))
                .toList();
        List<String> names = all.stream().map(QueueConsumer::queue).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalStateException("Two consumers have the same queue: " + names);
        }
    }

    List<QueueConsumer> all() {
        return all;
    }
}
