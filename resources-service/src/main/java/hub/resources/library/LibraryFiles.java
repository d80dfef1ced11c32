package hub.resources.library;

import hub.platform.files.Files;
import hub.platform.files.StoredFile;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.requests.Upload;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The files of guides. What is for readers is empty for whoever may not read the guide; everything else is for staff editors. */
@Service
public class LibraryFiles {
    private final LibraryStore store;
    private final Files files;

    LibraryFiles(LibraryStore store, Files files) {
        this.store = store;
        this.files = files;
    }

    /** For readers what has passed the checks, for editors all. */
    public Mono<List<StoredFile>> of(String slug, Viewer viewer) {
        return files.at(LibraryFileRights.place(slug), viewer);
    }

    /** One to be read. */
    public Mono<StoredFile> forReader(String slug, String id, Viewer viewer) {
        return files.forReader(id, LibraryFileRights.place(slug), viewer);
    }

    /**
     * The guide whose files are changed.
     *
     * @throws NotAllowed (as a signal) unless the viewer is a staff editor and there is such a guide
     */
    public Mono<Piece> forEditor(String slug, Viewer viewer) {
        return viewer.staffEditor()
                ? store.find(slug, viewer).switchIfEmpty(Mono.error(NotAllowed::new))
                : Mono.error(NotAllowed::new);
    }

    /**
     * Takes a file and attaches it; sent twice it is there once.
     *
     * @param title what it is, for readers
     * @throws hub.platform.refusals.Rejected (as a signal) with a {@code FileRefusal} if it is not taken
     */
    public Mono<StoredFile> add(String slug, String title, @Nullable Upload upload, String formKey, Viewer viewer) {
        return forEditor(slug, viewer)
                .flatMap(piece -> files.take(upload, formKey, viewer))
                .flatMap(file -> files.attach(file, LibraryFileRights.place(slug), title, viewer));
    }

    /** One to be changed; empty if there is none. */
    public Mono<StoredFile> forEditor(String slug, String id, Viewer viewer) {
        return files.forEditor(id, LibraryFileRights.place(slug), viewer);
    }

    /** Has one looked at again that was held back; empty if there is none. */
    public Mono<StoredFile> checkAgain(String slug, String id, Viewer viewer) {
        return files.checkAgain(id, LibraryFileRights.place(slug), viewer);
    }

    /** Takes one away; empty if there is none. */
    public Mono<StoredFile> remove(String slug, String id, Viewer viewer) {
        return files.remove(id, LibraryFileRights.place(slug), viewer);
    }
}
