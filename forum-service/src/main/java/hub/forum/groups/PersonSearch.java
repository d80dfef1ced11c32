package hub.forum.groups;

import hub.platform.identity.Accounts;
import hub.platform.identity.PersonName;
import hub.platform.identity.Viewer;
import hub.platform.search.SearchDocument;
import hub.platform.search.SearchSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** People, for those who read a group that they are in, and for administrators. Nobody else can tell that they are here. */
@Component
@Order(30)
class PersonSearch implements SearchSource {
    private static final String ACCOUNTS = "accounts";

    private final Accounts accounts;
    private final MembershipStore memberships;
    private final GroupStore groups;
    private final Rights rights;

    PersonSearch(Accounts accounts, MembershipStore memberships, GroupStore groups, Rights rights) {
        this.accounts = accounts;
        this.memberships = memberships;
        this.groups = groups;
        this.rights = rights;
    }

    @Override
    public String kind() {
        return "person";
    }

    @Override
    public String messageKey() {
        return "groups.search.person";
    }

    /** A membership says whose and where it is when it begins and when it ends; what changes between is of no concern. */
    @Override
    public List<Watched> watched() {
        return List.of(
                new Watched(ACCOUNTS, Set.of("name", "line", "approval")),
                new Watched(MembershipStore.MEMBERSHIPS, Set.of("account")));
    }

    @Override
    public Flux<String> concerned(String collection, String id) {
        return Flux.just(collection.equals(MembershipStore.MEMBERSHIPS) ? Membership.accountIn(id) : id);
    }

    @Override
    public Flux<String> ids(String after, int limit) {
        return accounts.idsAfter(after, limit);
    }

    @Override
    public Flux<SearchDocument> find(Collection<String> ids) {
        return Mono.zip(
                        accounts.toIndex(ids).filter(PersonName::approved).collectList(),
                        memberships.toIndex(ids).collectMultimap(Membership::account))
                .flatMapIterable(found -> found.getT1().stream()
                        .map(person -> document(person, found.getT2().getOrDefault(person.id(), List.of()), null))
                        .toList());
    }

    @Override
    public Flux<SearchDocument> readable(Collection<String> ids, Viewer viewer) {
        return Mono.zip(rights.of(viewer), accounts.names(ids))
                .flatMapMany(found -> Flux.fromIterable(ids)
                        .map(id -> found.getT2().of(id))
                        .filter(PersonName::approved)
                        .concatMap(person -> readable(person, found.getT1())));
    }

    private Mono<SearchDocument> readable(PersonName person, Visibility visibility) {
        return memberships
                .of(person.id())
                .map(all -> all.stream()
                        .filter(membership -> visibility.mayRead(membership.group()))
                        .toList())
                .filter(shared -> !shared.isEmpty() || visibility.viewer().administrator())
                .flatMap(shared -> shared.isEmpty()
                        ? Mono.just(document(person, shared, null))
                        : groups.find(shared.getFirst().group(), visibility::knows)
                                .map(group -> document(person, shared, group)));
    }

    /** @param group in which the viewer sees them; null if it is not shown */
    private static SearchDocument document(PersonName person, Collection<Membership> in, @Nullable Group group) {
        Set<String> rights = new HashSet<>(Set.of(GroupSearchKeys.EVERYBODY));
        in.forEach(membership -> rights.add(GroupSearchKeys.mayRead(membership.group())));
        return new SearchDocument(
                person.id(),
                person.name(),
                true,
                person.line(),
                group == null
                        ? null
                        : new SearchDocument.Place(GroupSearchKeys.mayRead(group.id()), group.name(), group.path()),
                List.of(),
                null,
                group == null ? "/accounts/" + person.id() : "/groups/" + group.id() + "/people",
                rights);
    }
}
