package hub.platform.events;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Takes events: a bean, for example {@code EventConsumer.named("reply-notices").on(Replied.class, notices::replied)}. What a handler writes is written
 * together with the mark that the event was taken, so exactly once; an error means that it is given the event again.
 */
public final class EventConsumer {
    private final String name;
    private final Map<String, Handler<?>> handlers;

    private EventConsumer(String name, Map<String, Handler<?>> handlers) {
        this.name = name;
        this.handlers = handlers;
    }

    /** @param name never changed once landed: events wait under it */
    public static EventConsumer named(String name) {
        return new EventConsumer(name, Map.of());
    }

    /** @param handle steps that come one after the other, as in every transaction */
    public <E extends Record & Event> EventConsumer on(Class<E> kind, Function<E, Mono<Void>> handle) {
        Map<String, Handler<?>> more = new LinkedHashMap<>(handlers);
        more.put(Events.nameOf(kind), new Handler<>(kind, handle));
        return new EventConsumer(name, more);
    }

    public String name() {
        return name;
    }

    /** Names of the events that it takes. */
    Set<String> events() {
        return handlers.keySet();
    }

    Mono<Void> take(String event, Reader reader) {
        Handler<?> handler = handlers.get(event);
        // An event that was still wanted when it was published.
        return handler == null ? Mono.empty() : handler.take(reader);
    }

    /** Makes the record of what was stored. */
    interface Reader {
        <E> E read(Class<E> kind);
    }

    private record Handler<E>(Class<E> kind, Function<E, Mono<Void>> handle) {
        Mono<Void> take(Reader reader) {
            return handle.apply(reader.read(kind));
        }
    }
}
