package hub.forum.groups;

import hub.platform.identity.Viewer;
import hub.platform.search.SearchDocument;
import hub.platform.search.SearchSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Boards and groups, by what whoever may know of them sees in the list: name, area and purpose. */
@Component
@Order(20)
class GroupSearch implements SearchSource {
    private final GroupStore groups;
    private final Rights rights;

    GroupSearch(GroupStore groups, Rights rights) {
        this.groups = groups;
        this.rights = rights;
    }

    @Override
    public String kind() {
        return "group";
    }

    @Override
    public String messageKey() {
        return "groups.search.group";
    }

    /** Not the counts of readers. */
    @Override
    public List<Watched> watched() {
        return List.of(new Watched(GroupStore.GROUPS, Set.of("name", "area", "purpose", "privacy")));
    }

    @Override
    public Flux<String> concerned(String collection, String id) {
        return Flux.just(id);
    }

    @Override
    public Flux<String> ids(String after, int limit) {
        return groups.idsAfter(after, limit);
    }

    @Override
    public Flux<SearchDocument> find(Collection<String> ids) {
        return groups.toIndex(ids).map(GroupSearch::document);
    }

    @Override
    public Flux<SearchDocument> readable(Collection<String> ids, Viewer viewer) {
        return rights.of(viewer)
                .flatMapMany(groups::list)
                .filter(group -> ids.contains(group.id()))
                .map(GroupSearch::document);
    }

    private static SearchDocument document(Group group) {
        String right = group.privacy() == Group.Privacy.HIDDEN
                ? GroupSearchKeys.mayKnow(group.id())
                : GroupSearchKeys.APPROVED;
        return new SearchDocument(
                group.id(),
                group.name(),
                true,
                (group.purpose() + "\n" + group.area()).strip(),
                null,
                List.of(),
                null,
                group.path(),
                Set.of(right));
    }
}
