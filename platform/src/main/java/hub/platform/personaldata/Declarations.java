package hub.platform.personaldata;

import hub.platform.mongo.AtStart;
import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes down at the start what this process declares, so that the others know of it. */
@Component
class Declarations extends AtStart {
    private static final int AFTER_MIGRATIONS = 1;

    private final List<WordsKept> own;
    private final KeptStore store;
    private final String service;

    Declarations(
            ObjectProvider<WordsKept> own,
            KeptStore store,
            @Value("${spring.application.name:hearth}") String service) {
        super(AFTER_MIGRATIONS, Duration.ofMinutes(1));
        this.own = own.stream().toList();
        this.store = store;
        this.service = service;
    }

    @Bean
    static WordsKept wordsKeptWordsKept() {
        return WordsKept.in(KeptStore.KEPT).when(Closing.NOBODYS);
    }

    @Override
    protected Mono<Void> work() {
        return Flux.fromIterable(own)
                .concatMap(kept -> store.put(service, kept))
                .then(Mono.defer(() -> store.keepOnly(
                        service, own.stream().map(WordsKept::collection).collect(Collectors.toSet()))));
    }
}
