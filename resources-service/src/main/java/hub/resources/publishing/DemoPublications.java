package hub.resources.publishing;

import hub.platform.content.Content.ContentMistake;
import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoFiles;
import hub.platform.mongo.Ids;
import hub.platform.text.Markdown;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The demo's news, best practice and training notices, with dates as from the first start. Each file is a step that can run again. */
@Component
@Order(DemoContent.SCHEMES)
class DemoPublications implements DemoContent {
    private static final Logger LOG = LoggerFactory.getLogger(DemoPublications.class);
    private static final Map<String, Kind> FOLDERS = Map.of(
            "news", Kind.NEWS,
            "best-practice", Kind.BEST_PRACTICE,
            "blog", Kind.BLOG,
            "training", Kind.TRAINING_NOTICE);

    private final DemoFiles files;
    private final Markdown markdown;
    private final PublicationStore store;

    DemoPublications(DemoFiles files, Markdown markdown, PublicationStore store) {
        this.files = files;
        this.markdown = markdown;
        this.store = store;
    }

    @Override
    public String name() {
        return "publications";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        return Flux.fromIterable(FOLDERS.entrySet())
                .flatMapIterable(folder -> files.files(folder.getKey(), ".md").stream()
                        .map(file -> new Step(file, folder.getValue()))
                        .toList())
                .concatMap(step -> put(step, clock.firstStart()))
                .then();
    }

    private Mono<Publication> put(Step step, Instant now) {
        return Mono.fromCallable(() -> DemoFile.read(files.page(step.file()), step.kind(), now))
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
