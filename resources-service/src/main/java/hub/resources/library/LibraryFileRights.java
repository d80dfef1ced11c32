package hub.resources.library;

import hub.platform.files.FileRights;
import hub.platform.files.Place;
import hub.platform.identity.Viewer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The files of a guide: read by whoever may read the guide, changed by staff editors. */
@Component
class LibraryFileRights implements FileRights {
    private static final String LIBRARY = "library";

    private final LibraryStore store;

    LibraryFileRights(LibraryStore store) {
        this.store = store;
    }

    static Place place(String slug) {
        return new Place(LIBRARY, slug);
    }

    @Override
    public String kind() {
        return LIBRARY;
    }

    @Override
    public Mono<Boolean> mayRead(String slug, Viewer viewer) {
        return store.find(slug, viewer).hasElement();
    }

    @Override
    public Mono<Boolean> mayChange(String slug, Viewer viewer) {
        return viewer.staffEditor() ? mayRead(slug, viewer) : Mono.just(false);
    }
}
