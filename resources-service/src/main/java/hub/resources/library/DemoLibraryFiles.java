package hub.resources.library;

import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoFiles;
import hub.platform.files.FileKind;
import hub.platform.files.Files;
import java.nio.file.Path;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The files in {@code content/demo/library}, each in a folder that is called as its guide. */
@Component
@Order(DemoContent.SCHEMES)
class DemoLibraryFiles implements DemoContent {
    private static final String FOLDER = "library";

    private final DemoFiles demo;
    private final Files files;

    DemoLibraryFiles(DemoFiles demo, Files files) {
        this.demo = demo;
        this.files = files;
    }

    @Override
    public String name() {
        return "library-files";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        return Flux.fromIterable(demo.files(FOLDER, ".pdf"))
                .concatMap(this::bring)
                .then();
    }

    private Mono<Void> bring(Path file) {
        String slug = file.getName(file.getNameCount() - 2).toString();
        return files.bring(file, FileKind.PDF, LibraryFileRights.place(slug), title(file))
                .then();
    }

    /** {@code a-sleep-diary.pdf} is "A sleep diary". */
    private static String title(Path file) {
        String words = file.getFileName().toString().replaceFirst("\\.pdf$", "").replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
