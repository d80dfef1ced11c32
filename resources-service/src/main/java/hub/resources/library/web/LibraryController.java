package hub.resources.library.web;

import hub.platform.files.StoredFile;
import hub.platform.identity.PersonName;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.pages.Share;
import hub.platform.text.Slug;
import hub.platform.time.Times;
import hub.resources.audiences.Audience;
import hub.resources.library.After;
import hub.resources.library.Ending;
import hub.resources.library.Library;
import hub.resources.library.LibraryFiles;
import hub.resources.library.Piece;
import hub.resources.library.PieceReadings;
import hub.resources.library.ReadCounts;
import hub.resources.library.lists.Favourites;
import hub.resources.localoffer.LocalOffers;
import hub.resources.standards.TsdStandards;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
    private static final int FEW = 5;
    private static final int NEW_DAYS = 60;
    private static final Set<String> DONE = Set.of("kept", "unkept");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    private final Library library;
    private final LibraryFiles files;
    private final ReadCounts reads;
    private final PieceReadings readings;
    private final Favourites favourites;
    private final TsdStandards standards;
    private final LocalOffers offers;
    private final Clock clock;
    private final MessageSource messages;
    private final String address;

    /** @param address the hub's own */
    LibraryController(
            Library library,
            LibraryFiles files,
            ReadCounts reads,
            PieceReadings readings,
            Favourites favourites,
            TsdStandards standards,
            LocalOffers offers,
            Clock clock,
            MessageSource messages,
            @Value("${hearth.mail.address}") String address) {
        this.library = library;
        this.files = files;
        this.reads = reads;
        this.readings = readings;
        this.favourites = favourites;
        this.standards = standards;
        this.offers = offers;
        this.clock = clock;
        this.messages = messages;
        this.address = address;
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

    @GetMapping("/library/for/{audience}")
    Mono<Rendering> audience(
            @PathVariable String audience, @RequestParam(defaultValue = "") String after, Viewer viewer) {
        return Mono.justOrEmpty(Slug.find(Audience.class, audience))
                .flatMap(readers -> list(
                        say("publishing.for." + readers.slug()),
                        "/library/for/" + readers.slug(),
                        false,
                        after,
                        library.meantFor(readers, After.of(after), PAGE + 1, viewer),
                        piece -> piece.updated().toString()));
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.UK);
    }

    @GetMapping("/library/{slug}")
    Mono<Rendering> piece(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String instead,
            @RequestParam(defaultValue = "") String done,
            Viewer viewer) {
        return library.find(slug, viewer)
                .doOnNext(piece -> reads.note(piece, viewer))
                .flatMap(piece -> show(piece, instead, DONE.contains(done) ? "library.done." + done : null, viewer))
                .switchIfEmpty(Mono.defer(() -> ended(slug, viewer)));
    }

    private Mono<Rendering> show(Piece piece, String instead, @Nullable String done, Viewer viewer) {
        return Mono.zip(
                        library.related(piece, RELATED, viewer).map(this::line).collectList(),
                        files.of(piece.slug(), viewer),
                        library.cameFrom(instead, piece, viewer)
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty()),
                        readings.hasRead(piece, viewer),
                        favourites.keeps(piece, viewer))
                .map(found -> new PiecePage(
                        shown(piece, found.getT1(), found.getT2(), found.getT3().orElse(null), viewer),
                        readings.askedOf(piece, viewer)
                                .map(what -> Times.inFull(what.by()))
                                .orElse(""),
                        found.getT4(),
                        viewer.approved() ? found.getT5() : null,
                        done))
                .map(page -> shared(Pages.show("library/piece", page), piece));
    }

    private Rendering shared(Rendering page, Piece piece) {
        return piece.audience() == Audience.PUBLIC
                ? Pages.shared(page, new Share(piece.title(), piece.summary(), address + piece.path()))
                : page;
    }

    /** "I have read this". */
    @PostMapping("/library/{slug}/read")
    Mono<Rendering> read(@PathVariable String slug, Viewer viewer) {
        return readings.read(slug, viewer).map(piece -> Pages.seeOther(piece.path() + "#read"));
    }

    record ReadersPage(Piece piece, String by, List<PersonName> has, List<PersonName> not) {}

    /** Who has read it, for editors. */
    @GetMapping("/library/{slug}/readers")
    Mono<Rendering> readers(@PathVariable String slug, Viewer viewer) {
        return files.forEditor(slug, viewer)
                .flatMap(piece -> Mono.justOrEmpty(piece.toRead())
                        .flatMap(what -> readings.readers(piece, viewer)
                                .map(found ->
                                        new ReadersPage(piece, Times.inFull(what.by()), found.has(), found.not()))))
                .map(page -> Pages.show("library/readers", page));
    }

    /**
     * A guide that came to its end.
     *
     * @param how the end of a message's key
     * @param instead the one to read in its place; null if there is none for this viewer
     */
    record EndedPage(
            String title, String how, String why, @Nullable PieceLine instead) {}

    /** What was superseded leads on to what took its place, which says so; what was withdrawn says so first. */
    private Mono<Rendering> ended(String slug, Viewer viewer) {
        return library.ended(slug, viewer)
                .flatMap(piece -> library.instead(piece, viewer)
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .map(now -> ended(piece, Objects.requireNonNull(piece.ending()), now.orElse(null))));
    }

    private Rendering ended(Piece piece, Ending ending, @Nullable Piece now) {
        return ending.how() == Ending.How.SUPERSEDED && now != null
                ? Pages.seeOther(now.path() + "?instead=" + piece.slug())
                : Pages.show(
                        "library/ended",
                        new EndedPage(
                                piece.title(), ending.how().slug(), ending.why(), now == null ? null : line(now)));
    }

    private PiecePage.Shown shown(
            Piece piece, List<PieceLine> related, List<StoredFile> attached, @Nullable String instead, Viewer viewer) {
        return new PiecePage.Shown(
                piece,
                MONTH.format(piece.updated()),
                DAY.format(piece.updated()),
                DAY.format(piece.reviewBy()),
                piece.dueOn(today()),
                instead,
                library.topicsOf(piece),
                standards.named(piece.standards()),
                related,
                attached.stream()
                        .filter(StoredFile::isPassed)
                        .map(file -> FileLine.of(piece, file))
                        .toList(),
                viewer.staffEditor() ? FilesPage.path(piece) : null,
                viewer.staffEditor() && piece.toRead().isPresent() ? piece.path() + "/readers" : null);
    }

    private Mono<Rendering> index(Viewer viewer) {
        return Mono.zip(
                        library.starts(STARTS, viewer).map(this::line).collectList(),
                        library.topics(viewer),
                        library.latelyChecked(Optional.empty(), LATELY + 1, viewer)
                                .collectList(),
                        library.standards(viewer),
                        library.mostUsed(FEW, viewer).map(this::line).collectList(),
                        library.fresh(today().minusDays(NEW_DAYS), FEW, viewer)
                                .map(this::line)
                                .collectList(),
                        library.audiences(viewer),
                        offers.isThere(viewer))
                .map(found -> new IndexPage(
                        found.getT1(),
                        found.getT2(),
                        found.getT3().stream().limit(LATELY).map(this::line).toList(),
                        found.getT4(),
                        found.getT5(),
                        found.getT6(),
                        found.getT7(),
                        next(
                                "/library",
                                found.getT3(),
                                LATELY,
                                piece -> piece.updated().toString()),
                        found.getT8()))
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
