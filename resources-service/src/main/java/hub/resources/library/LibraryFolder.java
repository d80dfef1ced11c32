package hub.resources.library;

import hub.platform.content.Content;
import hub.platform.content.Content.ContentMistake;
import hub.platform.text.Markdown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The files of {@code content/library}. A file that cannot be read is logged with what is wrong and where, and stops nothing else. */
@Component
class LibraryFolder {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryFolder.class);

    private final Content content;
    private final Markdown markdown;

    LibraryFolder(Content content, Markdown markdown) {
        this.content = content;
        this.markdown = markdown;
    }

    /** The slugs of all files that are there, whether they can be read or not. */
    List<String> slugs() {
        return files().stream().map(LibraryFolder::slug).distinct().toList();
    }

    /** The pieces that can be read. */
    Flux<Piece> pieces() {
        return Flux.fromIterable(files())
                .distinct(LibraryFolder::slug)
                .concatMap(file -> piece(file).onErrorResume(LibraryFolder::isMistake, mistake -> {
                    LOG.error("Left as it was in the library: {}", said(file, mistake));
                    return Mono.empty();
                }));
    }

    /** What is wrong with those that cannot be read. */
    Flux<String> mistakes() {
        return Flux.fromIterable(files())
                .distinct(LibraryFolder::slug)
                .concatMap(file -> piece(file)
                        .map(read -> "")
                        .onErrorResume(LibraryFolder::isMistake, mistake -> Mono.just(said(file, mistake)))
                        .filter(said -> !said.isEmpty()));
    }

    private static String said(Path file, Throwable mistake) {
        return mistake instanceof ContentMistake ? String.valueOf(mistake.getMessage()) : file + ": " + mistake;
    }

    private Mono<Piece> piece(Path file) {
        return Mono.fromCallable(() -> new PieceFile(content.page(file), Files.readAllLines(file)))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(read -> markdown.article(read.page().body()).map(html -> read.read(html, Markdown.VERSION)));
    }

    private List<Path> files() {
        return content.files("library", ".md");
    }

    private static String slug(Path file) {
        return file.getFileName().toString().replaceFirst("\\.md$", "");
    }

    private static boolean isMistake(Throwable failure) {
        return failure instanceof ContentMistake
                || failure instanceof IOException
                || failure instanceof UncheckedIOException;
    }
}
