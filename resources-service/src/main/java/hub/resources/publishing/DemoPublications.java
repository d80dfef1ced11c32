package hub.resources.publishing;

import hub.platform.content.Content.ContentMistake;
import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoFiles;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.text.Markdown;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
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
            "training", Kind.TRAINING_NOTICE,
            "guides", Kind.GUIDE,
            "campaigns", Kind.CAMPAIGN,
            "local-offer", Kind.LOCAL_OFFER);

    private final DemoFiles files;
    private final Markdown markdown;
    private final PublicationStore store;
    private final PublicationSteps steps;
    private final ReviewNotices notices;
    private final Transactions transactions;

    DemoPublications(
            DemoFiles files,
            Markdown markdown,
            PublicationStore store,
            PublicationSteps steps,
            ReviewNotices notices,
            Transactions transactions) {
        this.files = files;
        this.markdown = markdown;
        this.store = store;
        this.steps = steps;
        this.notices = notices;
        this.transactions = transactions;
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
                        .map(html -> file.publication(Ids.next(), html, Markdown.VERSION))
                        .flatMap(made -> file.isSettled() ? store.insertOrFind(made) : withWhatFollows(made)))
                .onErrorResume(ContentMistake.class, mistake -> {
                    LOG.error("Left out of the demo: {}", mistake.getMessage());
                    return Mono.empty();
                });
    }

    /** What waits has its moment planned, and whoever is asked to look is told; a guide stands in the library. */
    private Mono<Publication> withWhatFollows(Publication made) {
        return transactions
                .run(steps.insert(made).delayUntil(notices::follow))
                .onErrorResume(DuplicateKeyException.class, twice -> store.ofSameForm(made));
    }

    private record Step(Path file, Kind kind) {}
}
