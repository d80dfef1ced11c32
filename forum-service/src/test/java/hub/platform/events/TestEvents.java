package hub.platform.events;

import hub.testkit.TestFixture;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Mono;

/** An event, and somebody who notes down each that it takes. */
@TestFixture
@Configuration(proxyBeanMethods = false)
class TestEvents {
    static final Set<String> FAILING = ConcurrentHashMap.newKeySet();
    private static final String NOTES = "test_notes";

    @Bean
    EventConsumer notes(ObjectProvider<ReactiveMongoTemplate> mongo) {
        return EventConsumer.named("test-notes")
                .on(
                        Said.class,
                        said -> mongo.getObject()
                                .insert(new Note(null, said.subject(), said.number()), NOTES)
                                .then(Mono.defer(() -> FAILING.contains(said.subject())
                                        ? Mono.error(new IllegalStateException("unlucky"))
                                        : Mono.empty())));
    }

    static List<Integer> noted(ReactiveMongoTemplate mongo, String subject) {
        return mongo.find(new Query().with(Sort.by("_id")), Note.class, NOTES)
                .filter(note -> note.subject().equals(subject))
                .map(Note::number)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    @EventName("test.said")
    record Said(String subject, int number) implements Event {}

    record Note(@Nullable String id, String subject, int number) {}
}
