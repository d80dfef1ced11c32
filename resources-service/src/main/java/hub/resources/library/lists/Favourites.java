package hub.resources.library.lists;

import hub.platform.identity.Viewer;
import hub.resources.library.Library;
import hub.resources.library.Piece;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The guides that somebody keeps at hand. Nobody else sees them. */
@Service
public class Favourites {
    private final FavouriteStore store;
    private final Library library;

    Favourites(FavouriteStore store, Library library) {
        this.store = store;
        this.library = library;
    }

    /** The last one kept first, as far as the viewer may still read them. */
    public Flux<Piece> of(Viewer viewer) {
        return store.of(viewer.id()).concatMap(slug -> library.find(slug, viewer));
    }

    /** False for whoever is not signed in. */
    public Mono<Boolean> keeps(Piece piece, Viewer viewer) {
        return viewer.approved() ? store.of(viewer.id()).any(slug -> slug.equals(piece.slug())) : Mono.just(false);
    }

    /** Empty if there is none, or this viewer may not know of it. Of more than can be kept the oldest goes. */
    public Mono<Piece> keep(String slug, Viewer viewer) {
        return library.find(slug, viewer).delayUntil(piece -> store.add(viewer.id(), piece.slug()));
    }

    /** Empty if there is none, or this viewer may not know of it. */
    public Mono<Piece> letGo(String slug, Viewer viewer) {
        return library.find(slug, viewer).delayUntil(piece -> store.remove(viewer.id(), piece.slug()));
    }
}
