package hub.resources.library.web;

import hub.platform.files.StoredFile;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.time.Times;
import hub.resources.library.After;
import hub.resources.library.Library;
import hub.resources.library.LibraryFiles;
import hub.resources.library.Piece;
import hub.resources.standards.TsdStandards;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The library: where to start, by topic, by standard, and each guide. */
@Controller
class LibraryController {
    private static final int STARTS = 6;
    private static final int LATELY = 6;
    private static final int PAGE = 20;
    private static final int RELATED = 4;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    private final Library library;
    private final LibraryFiles files;
    private final TsdStandards standards;
    private final Clock clock;

    LibraryController(Library library, LibraryFiles files, TsdStandards standards, Clock clock) {
        this.library = library;
        this.files = files;
        this.standards = standards;
        this.clock = clock;
    }

    @GetMapping("/library")
    Mono<Rendering> index(@RequestParam(defaultValue = "") String after, Viewer viewer) {
        return After.of(after)
                .map(last -> list(
                        null,
                        "/library",
                        true,
                        after,
                        library.latelyChecked(Optional.of(last), PAGE + 1, viewer),
                        piece -> piece.updated().toString()))
                .orElseGet(() -> index(viewer));
    }

    @GetMapping("/library/topics/{topic}")
    Mono<Rendering> topic(@PathVariable String topic, @RequestParam(defaultValue = "") String after, Viewer viewer) {
        return list(
                library.topic(topic).name(),
                "/library/topics/" + UriUtils.encodePathSegment(topic, java.nio.charset.StandardCharsets.UTF_8),
                false,
                after,
                library.about(topic, After.of(after), PAGE + 1, viewer),
                Piece::title);
    }

    @GetMapping("/library/standards/{number:[0-9]{1,3}}")
    Mono<Rendering> standard(@PathVariable int number, @RequestParam(defaultValue = "") String after, Viewer viewer) {
        return Mono.justOrEmpty(standards.find(number))
                .flatMap(standard -> list(
                        standard.title(),
                        "/library/standards/" + number,
                        false,
                        after,
                        library.forStandard(number, After.of(after), PAGE + 1, viewer),
                        Piece::title));
    }

    @GetMapping("/library/{slug}")
    Mono<Rendering> piece(@PathVariable String slug, Viewer viewer) {
        return library.find(slug, viewer)
                .flatMap(piece -> Mono.zip(
                                library.related(piece, RELATED, viewer)
                                        .map(this::line)
                                        .collectList(),
                                files.of(slug, viewer))
                        .map(found -> page(piece, found.getT1(), found.getT2(), viewer)))
                .map(page -> Pages.show("library/piece", page));
    }

    private PiecePage page(Piece piece, List<PieceLine> related, List<StoredFile> attached, Viewer viewer) {
        return new PiecePage(
                piece,
                DAY.format(piece.updated()),
                DAY.format(piece.reviewBy()),
                piece.dueOn(today()),
                library.topicsOf(piece),
                standards.named(piece.standards()),
                related,
                attached.stream()
                        .filter(StoredFile::isPassed)
                        .map(file -> FileLine.of(piece, file))
                        .toList(),
                viewer.staffEditor() ? FilesPage.path(piece) : null);
    }

    private Mono<Rendering> index(Viewer viewer) {
        return Mono.zip(
                        library.starts(STARTS, viewer).map(this::line).collectList(),
                        library.topics(viewer),
                        library.latelyChecked(Optional.empty(), LATELY + 1, viewer)
                                .collectList(),
                        library.standards(viewer))
                .map(found -> new IndexPage(
                        found.getT1(),
                        found.getT2(),
                        found.getT3().stream().limit(LATELY).map(this::line).toList(),
                        found.getT4(),
                        next(
                                "/library",
                                found.getT3(),
                                LATELY,
                                piece -> piece.updated().toString())))
                .map(page -> Pages.show("library/index", page));
    }

    /** A list with nothing for this viewer is one that does not exist, unless they have paged to its end. */
    private Mono<Rendering> list(
            @Nullable String title,
            String path,
            boolean ofAll,
            String after,
            Flux<Piece> pieces,
            Function<Piece, String> key) {
        return pieces.collectList()
                .filter(found -> ofAll || !found.isEmpty())
                .map(found -> new ListPage(
                        title,
                        found.stream().limit(PAGE).map(this::line).toList(),
                        after.isEmpty() ? null : path,
                        next(path, found, PAGE, key)))
                .map(page -> Pages.show("library/list", page));
    }

    private static @Nullable String next(String path, List<Piece> found, int page, Function<Piece, String> key) {
        if (found.size() <= page) {
            return null;
        }
        Piece last = found.get(page - 1);
        String after = new After(key.apply(last), last.slug()).toString();
        return path + "?after=" + UriUtils.encodeQueryParam(after, java.nio.charset.StandardCharsets.UTF_8);
    }

    private PieceLine line(Piece piece) {
        return new PieceLine(
                piece.path(),
                piece.title(),
                piece.summary(),
                piece.minutes(),
                MONTH.format(piece.updated()),
                piece.dueOn(today()));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Times.LONDON));
    }
}
