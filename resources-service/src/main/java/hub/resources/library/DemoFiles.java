package hub.resources.library;

import hub.platform.content.Content;
import hub.platform.files.FileKind;
import hub.platform.files.Files;
import hub.platform.mongo.AtStart;
import hub.platform.mongo.Leases;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * At the first start of a demo: the files in {@code content/demo/library}, each in a folder that is called as its guide. One that somebody took away does not
 * come again.
 */
@Component
@ConditionalOnBooleanProperty("hearth.demo")
class DemoFiles extends AtStart {
    private static final String FOLDER = "demo/library";

    private final Content content;
    private final Files files;
    private final DemoFileStore demo;
    private final Leases leases;
    private final Clock clock;

    DemoFiles(Content content, Files files, DemoFileStore demo, Leases leases, Clock clock) {
        super(31, Duration.ofMinutes(1));
        this.content = content;
        this.files = files;
        this.demo = demo;
        this.leases = leases;
        this.clock = clock;
    }

    @Override
    protected Mono<Void> work() {
        return leases.named("demo-files", Duration.ofSeconds(30)).whenHeld(Mono.defer(this::load));
    }

    private Mono<Void> load() {
        return demo.loaded()
                .filter(loaded -> !loaded)
                .flatMap(missing -> Flux.fromIterable(content.files(FOLDER, ".pdf"))
                        .concatMap(this::bring)
                        .then(demo.noteLoaded(clock.instant())));
    }

    private Mono<Void> bring(Path file) {
        String slug = content.folder(FOLDER).relativize(file).getName(0).toString();
        return files.bring(file, FileKind.PDF, LibraryFileRights.place(slug), title(file))
                .then();
    }

    /** {@code a-sleep-diary.pdf} is "A sleep diary". */
    private static String title(Path file) {
        String words = file.getFileName().toString().replaceFirst("\\.pdf$", "").replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
