package hub.forum.groups;

import hub.platform.audit.AuditLog;
import hub.platform.events.Events;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import hub.platform.text.Markdown;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The boards and groups of the hub. */
@Service
public class Groups {
    private static final Comparator<Group> BY_NAME =
            Comparator.comparing(Group::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Group::id);

    private final GroupStore store;
    private final Markdown markdown;
    private final AuditLog audit;
    private final Events events;
    private final Transactions transactions;
    private final Clock clock;

    Groups(GroupStore store, Markdown markdown, AuditLog audit, Events events, Transactions transactions, Clock clock) {
        this.store = store;
        this.markdown = markdown;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A group the viewer may know of; empty if there is none such. To know of it is not yet to read it: {@link #toRead}. */
    public Mono<Group> find(String id, Visibility visibility) {
        return store.find(id, visibility::knows);
    }

    /**
     * A group whose content the viewer is about to read.
     *
     * @throws AgreementFirst (as a signal) if the viewer is a member who has yet to accept the agreement
     * @throws NotAllowed (as a signal) if the viewer may not read there, or there is no such group
     */
    public Mono<Group> toRead(String id, Visibility visibility) {
        return find(id, visibility)
                .doOnNext(group -> visibility.requireRead(group.id()))
                .switchIfEmpty(Mono.error(NotAllowed::new));
    }

    /**
     * A group in whose memberships the viewer acts: as one who reads it, or as an administrator, who need not. Empty if there is none such.
     *
     * @throws AgreementFirst (as a signal) if the viewer is a member who has yet to accept the agreement
     * @throws NotAllowed (as a signal) if the viewer is neither
     */
    public Mono<Group> toLead(String id, Visibility visibility) {
        return store.find(id, visibility::knowsOrManages).doOnNext(group -> visibility.requireSeesPeople(group.id()));
    }

    /** Any group, for an administrator; empty for everybody else. Its name and settings, not its content. */
    public Mono<Group> toManage(String id, Visibility visibility) {
        return store.find(id, visibility::manages);
    }

    /** All groups the viewer may know of, by name. */
    public Flux<Group> all(Visibility visibility) {
        return store.list(visibility).sort(BY_NAME);
    }

    /** The clusters whose dates are public, by name, for whoever asks: of each its name, area, purpose and dates, no more. */
    public Flux<Group> withPublicDates() {
        return store.withPublicDates().sort(BY_NAME);
    }

    /** One of {@link #withPublicDates}; empty if it is none. */
    public Mono<Group> withPublicDates(String id) {
        return store.find(id, Group::datesArePublic);
    }

    /** Those of the ids that are {@link #withPublicDates}, as they are stored and not as they are remembered, for a search index. */
    public Mono<Set<String>> withPublicDatesToIndex(Collection<String> ids) {
        return store.toIndex(ids).filter(Group::datesArePublic).map(Group::id).collect(Collectors.toSet());
    }

    /** Names by id, of those groups among the ids that the viewer may know of. */
    public Mono<Map<String, String>> names(Collection<String> ids, Visibility visibility) {
        return store.list(visibility).filter(group -> ids.contains(group.id())).collectMap(Group::id, Group::name);
    }

    /** Names by id, of hidden groups too, for those who oversee what people with power did; nothing for everybody else. */
    public Mono<Map<String, String>> namesForTheAudit(Collection<String> ids, Viewer viewer) {
        return AuditLog.mayRead(viewer)
                ? store.all(ids).map(found -> found.values().stream().collect(Collectors.toMap(Group::id, Group::name)))
                : Mono.just(Map.of());
    }

    /**
     * Every group of the hub by name, hidden ones too, for administrators; nothing for everybody else.
     *
     * @param after the id of the last group of the page before; null for the first page
     */
    public Flux<Group> register(@Nullable String after, int limit, Visibility visibility) {
        return after == null
                ? store.register(visibility, null, limit)
                : toManage(after, visibility).flatMapMany(last -> store.register(visibility, last, limit));
    }

    /**
     * @param formKey of the form it came with; the same one again finds the group it made
     * @throws NotAllowed (as a signal) unless an administrator asks
     * @throws Rejected (as a signal) if the details have a mistake
     */
    public Mono<Group> create(GroupDetails details, String formKey, Visibility by) {
        Mono<Group> steps = Mono.fromRunnable(by::requireManager).then(Mono.defer(() -> {
            String creator = by.viewer().id();
            String key = Ids.of(creator + " makes " + formKey);
            return store.byFormKey(key, creator).switchIfEmpty(begin(details, key, creator));
        }));
        return transactions.run(steps);
    }

    private Mono<Group> begin(GroupDetails details, String formKey, String creator) {
        return markdown.article(details.agreement())
                .map(html ->
                        Group.begin(Ids.next(), details, html, Markdown.VERSION, formKey, clock.instant(), creator))
                .flatMap(store::insert)
                .flatMap(group -> audit.record("groups.create", creator, group.id(), group.id(), Map.of())
                        .thenReturn(group));
    }

    /**
     * Another text of the agreement is another version: members are asked to accept it before they read on.
     *
     * @param seenVersion the version of the agreement that the administrator saw
     * @throws NotAllowed (as a signal) unless an administrator asks
     * @throws Rejected (as a signal) if the details have a mistake, or the agreement was changed meanwhile
     */
    public Mono<Group> edit(String id, GroupDetails details, int seenVersion, Visibility by) {
        Mono<Group> steps = toManage(id, by)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .zipWith(markdown.article(details.agreement()))
                .map(found -> found.getT1().describedAs(details, found.getT2(), Markdown.VERSION, clock.instant()))
                .flatMap(changed -> store.describe(changed, seenVersion))
                .switchIfEmpty(Mono.error(() -> new Rejected(GroupRefusal.CHANGED_MEANWHILE)))
                .flatMap(group -> audit.record("groups.edit", by.viewer().id(), id, id, edited(group, seenVersion))
                        .then(
                                group.agreementVersion() == seenVersion
                                        ? Mono.<Void>empty()
                                        : events.publish(
                                                new GroupEvents.AgreementChanged(id, group.agreementVersion())))
                        .thenReturn(group));
        return transactions.run(steps);
    }

    private static Map<String, String> edited(Group group, int seenVersion) {
        return group.agreementVersion() == seenVersion
                ? Map.of()
                : Map.of("agreement", "version " + group.agreementVersion());
    }
}
