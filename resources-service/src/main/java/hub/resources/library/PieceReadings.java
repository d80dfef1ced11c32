package hub.resources.library;

import hub.platform.due.DueHandler;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.tellings.TellingKind;
import hub.resources.readings.Readings;
import hub.resources.readings.ToRead;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** "I have read this" of guides that ask for it; a fortnight later whoever has not said so is reminded once. */
@Service
public class PieceReadings implements DueHandler {
    private static final String KIND = "library.read";
    private static final Readings.Way WAY = new Readings.Way(TellingKind.LIBRARY, "tellings.library", KIND);

    private final Readings readings;
    private final LibraryStore store;

    PieceReadings(Readings readings, LibraryStore store) {
        this.readings = readings;
        this.store = store;
    }

    /** What this viewer is asked about a guide: empty if they are not. */
    public Optional<ToRead> askedOf(Piece piece, Viewer viewer) {
        return piece.toRead().filter(what -> what.asks(viewer));
    }

    public Mono<Boolean> hasRead(Piece piece, Viewer viewer) {
        return Mono.justOrEmpty(piece.toRead())
                .flatMap(what -> readings.has(what, viewer))
                .defaultIfEmpty(false);
    }

    /** The guides that this viewer is asked to read and has not said they have. */
    public Flux<Piece> unread(Viewer viewer) {
        return store.asking(viewer)
                .filter(piece -> askedOf(piece, viewer).isPresent())
                .filterWhen(piece -> hasRead(piece, viewer).map(read -> !read));
    }

    /** @throws NotAllowed (as a signal) unless the viewer is asked to read it */
    public Mono<Piece> read(String slug, Viewer by) {
        return store.find(slug, by)
                .filter(piece -> askedOf(piece, by).isPresent())
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .delayUntil(piece -> readings.note(piece.toRead().orElseThrow(), by));
    }

    /** Who has said that they read it, and who not yet; empty where nobody is asked. @throws NotAllowed (as a signal) unless the viewer is a staff editor */
    public Mono<Readings.Readers> readers(Piece piece, Viewer viewer) {
        return viewer.staffEditor()
                ? Mono.justOrEmpty(piece.toRead()).flatMap(readings::readers)
                : Mono.error(NotAllowed::new);
    }

    /** Asks people to read it, or no longer asks them, if that is another thing than before; a step of the transaction that stores it. */
    Mono<Void> follow(@Nullable Piece before, Piece after) {
        Optional<ToRead> asked = Optional.ofNullable(before).flatMap(Piece::toRead);
        Optional<ToRead> asks = after.toRead();
        if (asks.isEmpty()) {
            return asked.isPresent() ? readings.stop(after.slug(), WAY) : Mono.empty();
        }
        boolean same = asked.map(ToRead::since).equals(asks.map(ToRead::since))
                && asked.map(ToRead::audience).equals(asks.map(ToRead::audience));
        Mono<Void> stopped = asked.isPresent() ? readings.stop(after.slug(), WAY) : Mono.empty();
        return same ? Mono.empty() : stopped.then(readings.ask(asks.get(), WAY));
    }

    /** Its file is gone, and nobody is asked to read it any more. */
    Mono<Void> stop(String slug) {
        return readings.stop(slug, WAY);
    }

    /** Notes it as it is: for content that is brought in. */
    Mono<Void> bringIn(Piece piece, String account, Instant at) {
        return Mono.justOrEmpty(piece.toRead()).flatMap(what -> readings.bringIn(what, account, at));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Void> handle(String slug, Instant at) {
        return store.published(slug)
                .flatMap(piece -> Mono.justOrEmpty(piece.toRead()))
                .flatMap(what -> readings.remind(what, WAY));
    }
}
