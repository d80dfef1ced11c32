package hub.resources.library.web;

import hub.platform.files.web.FileDownloads;
import hub.platform.forms.Form;
import hub.platform.identity.Viewer;
import hub.platform.pages.NotFound;
import hub.platform.pages.Pages;
import hub.resources.library.LibraryFiles;
import hub.resources.library.Piece;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The files of a guide: saving one, and for editors attaching and taking away. */
@Controller
class FilesController {
    private static final String VIEW = "library/files";
    private static final Set<String> DONE = Set.of("added", "held", "checked", "removed");

    private final LibraryFiles files;
    private final FileDownloads downloads;

    FilesController(LibraryFiles files, FileDownloads downloads) {
        this.files = files;
        this.downloads = downloads;
    }

    @GetMapping("/library/{slug}/files/{id:[0-9a-z]{12}}/{name}")
    Mono<Void> download(@PathVariable String slug, @PathVariable String id, Viewer viewer, ServerWebExchange exchange) {
        return files.forReader(slug, id, viewer)
                .switchIfEmpty(Mono.error(NotFound::new))
                .flatMap(file -> downloads.answer(file, exchange));
    }

    @GetMapping("/library/{slug}/files")
    Mono<Rendering> list(@PathVariable String slug, @RequestParam(defaultValue = "") String done, Viewer viewer) {
        return files.forEditor(slug, viewer)
                .flatMap(piece -> page(
                        piece,
                        Form.of(FileForm.blank()),
                        DONE.contains(done) ? "library.files.done." + done : null,
                        viewer));
    }

    @PostMapping("/library/{slug}/files")
    Mono<Rendering> add(@PathVariable String slug, Form<FileForm> form, Viewer viewer) {
        return files.forEditor(slug, viewer)
                .flatMap(piece -> form.submit(
                        sent -> files.add(slug, sent.title(), sent.file(), sent.formKey(), viewer)
                                .map(file -> done(piece, file.isPassed() ? "added" : "held")),
                        again -> page(piece, again, null, viewer)));
    }

    @PostMapping("/library/{slug}/files/{id:[0-9a-z]{12}}/check")
    Mono<Rendering> check(@PathVariable String slug, @PathVariable String id, Viewer viewer) {
        return files.forEditor(slug, viewer)
                .flatMap(piece -> files.checkAgain(slug, id, viewer)
                        .map(file -> done(piece, file.isPassed() ? "checked" : "held")));
    }

    /** Asks first: there is no way back. */
    @GetMapping("/library/{slug}/files/{id:[0-9a-z]{12}}/remove")
    Mono<Rendering> askToRemove(@PathVariable String slug, @PathVariable String id, Viewer viewer) {
        return files.forEditor(slug, viewer)
                .flatMap(piece -> files.forEditor(slug, id, viewer)
                        .map(file -> new RemovePage(FilesPage.path(piece), FileLine.of(piece, file))))
                .map(page -> Pages.show("library/remove", page));
    }

    @PostMapping("/library/{slug}/files/{id:[0-9a-z]{12}}/remove")
    Mono<Rendering> remove(@PathVariable String slug, @PathVariable String id, Viewer viewer) {
        return files.forEditor(slug, viewer)
                .flatMap(piece -> files.remove(slug, id, viewer).map(file -> done(piece, "removed")));
    }

    private Mono<Rendering> page(Piece piece, Form<FileForm> form, @Nullable String done, Viewer viewer) {
        return files.of(piece.slug(), viewer)
                .map(attached -> Pages.show(VIEW, FilesPage.of(piece, attached, done), form));
    }

    private static Rendering done(Piece piece, String what) {
        return Pages.seeOther(FilesPage.path(piece) + "?done=" + what);
    }

    /** Of a file that is about to be taken away. */
    record RemovePage(String back, FileLine file) {}
}
