package hub.resources.policies;

import hub.platform.identity.Viewer;
import hub.platform.search.PlainText;
import hub.platform.search.SearchDocument;
import hub.platform.search.SearchSource;
import hub.resources.audiences.Audience;
import hub.resources.audiences.AudienceSearchKeys;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Policies as they are now, by title, summary and clauses. Neither older versions nor what is being written. */
@Component
@Order(45)
class PolicySearch implements SearchSource {
    private final PolicyStore store;

    PolicySearch(PolicyStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "policies";
    }

    @Override
    public String messageKey() {
        return "policies.title";
    }

    @Override
    public List<Watched> watched() {
        return List.of(new Watched(PolicyStore.POLICIES, Set.of()));
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
        return store.toIndex(ids).map(PolicySearch::document);
    }

    @Override
    public Flux<SearchDocument> readable(Collection<String> ids, Viewer viewer) {
        return Flux.fromIterable(ids).concatMap(store::find).map(PolicySearch::document);
    }

    private static SearchDocument document(Policy policy) {
        String clauses = policy.current().clauses().stream()
                .map(clause -> clause.title() + "\n" + PlainText.ofHtml(clause.html()))
                .collect(Collectors.joining("\n"));
        return new SearchDocument(
                policy.id(),
                policy.title(),
                true,
                policy.summary() + "\n" + clauses,
                null,
                List.of(),
                policy.current().publishedAt(),
                policy.path(),
                Set.of(AudienceSearchKeys.of(Audience.PUBLIC)));
    }
}
