package hub.resources.publishing;

import hub.platform.identity.Viewer;
import hub.platform.search.PlainText;
import hub.platform.search.SearchDocument;
import hub.platform.search.SearchSource;
import hub.resources.audiences.AudienceSearchKeys;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;

/** Published news or training, by title, summary, text and, of training, the facts. Drafts and what is archived are found by nobody. */
final class PublicationSearch implements SearchSource {
    private final String kind;
    private final String messageKey;
    private final Set<Kind> kinds;
    private final PublicationStore store;

    PublicationSearch(String kind, String messageKey, Set<Kind> kinds, PublicationStore store) {
        this.kind = kind;
        this.messageKey = messageKey;
        this.kinds = kinds;
        this.store = store;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public String messageKey() {
        return messageKey;
    }

    @Override
    public List<Watched> watched() {
        return List.of(new Watched(PublicationStore.PUBLICATIONS, Set.of()));
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
        return store.toIndex(ids).filter(this::isFound).map(PublicationSearch::document);
    }

    @Override
    public Flux<SearchDocument> readable(Collection<String> ids, Viewer viewer) {
        return Flux.fromIterable(ids)
                .concatMap(id -> store.published(id, viewer))
                .filter(this::isFound)
                .map(PublicationSearch::document);
    }

    private boolean isFound(Publication publication) {
        return publication.state() == State.PUBLISHED && kinds.contains(publication.kind());
    }

    private static SearchDocument document(Publication publication) {
        return new SearchDocument(
                publication.id(),
                publication.title(),
                true,
                text(publication),
                null,
                List.of(),
                publication.shownAt(),
                publication.path(),
                Set.of(AudienceSearchKeys.of(publication.audience())));
    }

    private static String text(Publication publication) {
        String text = publication.words().summary() + "\n"
                + PlainText.ofHtml(publication.words().html());
        TrainingFacts training = publication.training();
        OfferFacts offer = publication.particulars().offer();
        if (offer != null) {
            return text + "\n" + String.join("\n", offer.topics().values());
        }
        return training == null ? text : text + "\n" + training.venue() + "\n" + training.whatToExpect();
    }
}
