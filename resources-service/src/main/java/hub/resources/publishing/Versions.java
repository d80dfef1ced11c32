package hub.resources.publishing;

import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.text.WordChanges;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What publications said before. For staff editors; to others it is {@link NotAllowed} (as a signal). */
@Service
public class Versions {
    private final Publications publications;
    private final PublicationVersionStore store;

    Versions(Publications publications, PublicationVersionStore store) {
        this.publications = publications;
        this.store = store;
    }

    /** @param changes what differs from the one before; all of it for the first */
    public record Compared(PublicationVersion version, List<WordChanges.Piece> changes) {}

    /** The newest first. @param before from before a number; empty for the newest */
    public Flux<PublicationVersion> of(String publication, Optional<Long> before, int limit, Viewer viewer) {
        return publications.asEditor(viewer).thenMany(store.before(publication, before.orElse(Long.MAX_VALUE), limit));
    }

    public Mono<PublicationVersion> find(String publication, long number, Viewer viewer) {
        return publications.asEditor(viewer).then(store.find(publication, number));
    }

    public Mono<Compared> compared(String publication, long number, Viewer viewer) {
        return find(publication, number, viewer)
                .flatMap(version -> store.before(publication, number, 1)
                        .next()
                        .map(earlier -> earlier.manuscript().inFull())
                        .defaultIfEmpty("")
                        .map(earlier -> new Compared(
                                version,
                                WordChanges.between(
                                        earlier, version.manuscript().inFull()))));
    }
}
