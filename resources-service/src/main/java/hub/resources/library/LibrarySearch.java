package hub.resources.library;

import hub.platform.identity.Viewer;
import hub.platform.search.PlainText;
import hub.platform.search.SearchDocument;
import hub.platform.search.SearchSource;
import hub.platform.time.Times;
import hub.resources.audiences.AudienceSearchKeys;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The guides, by title, summary and text. */
@Component
@Order(40)
class LibrarySearch implements SearchSource {
    private final LibraryStore store;

    LibrarySearch(LibraryStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "library";
    }

    @Override
    public String messageKey() {
        return "library.title";
    }

    @Override
    public List<Watched> watched() {
        return List.of(new Watched(LibraryStore.LIBRARY, Set.of()));
    }

    @Override
    public Flux<String> concerned(String collection, String id) {
        return Flux.just(id);
    }

    @Override
    public Flux<String> ids(String after, int limit) {
        return store.idsAfter(after, limit);
    }

    @Override
    public Flux<SearchDocument> find(Collection<String> ids) {
        return store.toIndex(ids).map(LibrarySearch::document);
    }

    @Override
    public Flux<SearchDocument> readable(Collection<String> ids, Viewer viewer) {
        return Flux.fromIterable(ids).concatMap(id -> store.find(id, viewer)).map(LibrarySearch::document);
    }

    private static SearchDocument document(Piece piece) {
        return new SearchDocument(
                piece.slug(),
                piece.title(),
                true,
                piece.summary() + "\n" + PlainText.ofHtml(piece.html()),
                null,
                List.of(),
                piece.updated().atStartOfDay(Times.LONDON).toInstant(),
                piece.path(),
                Set.of(AudienceSearchKeys.of(piece.audience())));
    }
}
