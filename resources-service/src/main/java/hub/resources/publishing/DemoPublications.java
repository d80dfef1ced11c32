package hub.resources.publishing;

import hub.platform.content.Content;
import hub.platform.content.Content.ContentMistake;
import hub.platform.mongo.AtStart;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Lease;
import hub.platform.mongo.Leases;
import hub.platform.text.Markdown;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * At the first start of a demo: its news, best practice and training notices, with dates as from now. Each file is a step that can run
 * again; when all are done that is noted, and later starts do nothing. Runs after the migrations and before the web server,
 * in one process at a time.
 */
@Component
@ConditionalOnBooleanProperty("hearth.demo")
class DemoPublications extends AtStart {
    private static final Logger LOG = LoggerFactory.getLogger(DemoPublications.class);
    private static final Map<String, Kind> FOLDERS = Map.of(
            "demo/news", Kind.NEWS,
            "demo/best-practice", Kind.BEST_PRACTICE,
            "demo/training", Kind.TRAINING_NOTICE);

    private final Content content;
    private final Markdown markdown;
    private final PublicationStore store;
    private final DemoPublicationStore demo;
    private final Lease lease;
    private final Clock clock;

    DemoPublications(
            Content content,
            Markdown markdown,
            PublicationStore store,
            DemoPublicationStore demo,
            Leases leases,
            Clock clock) {
        super(30, Duration.ofMinutes(2));
        this.content = content;
        this.markdown = markdown;
        this.store = store;
        this.demo = demo;
        this.lease = leases.named("demo-publications", Duration.ofSeconds(30));
        this.clock = clock;
    }

    @Override
    protected Mono<Void> work() {
        return lease.whenHeld(Mono.defer(this::load));
    }

    /** Loads what there is, unless it was loaded before. */
    Mono<Void> load() {
        Instant now = clock.instant();
        return demo.loaded()
                .filter(loaded -> !loaded)
                .flatMap(missing -> Flux.fromIterable(FOLDERS.entrySet())
                        .flatMapIterable(folder -> content.files(folder.getKey(), ".md").stream()
                                .map(file -> new Step(file, folder.getValue()))
                                .toList())
                        .concatMap(step -> put(step, now))
                        .then(demo.noteLoaded(now)));
    }

    private Mono<Publication> put(Step step, Instant now) {
        return Mono.fromCallable(() -> DemoFile.read(content.page(step.file()), step.kind(), now))
                .flatMap(file -> markdown.article(file.manuscript().text())
                        .map(html -> file.publication(Ids.next(), html, Markdown.VERSION)))
                .flatMap(store::insertOrFind)
                .onErrorResume(ContentMistake.class, mistake -> {
                    LOG.error("Left out of the demo: {}", mistake.getMessage());
                    return Mono.empty();
                });
    }

    private record Step(Path file, Kind kind) {}
}
