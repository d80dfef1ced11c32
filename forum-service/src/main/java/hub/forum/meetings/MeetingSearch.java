package hub.forum.meetings;

import hub.forum.groups.Group;
import hub.forum.groups.GroupSearchKeys;
import hub.forum.groups.Groups;
import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.platform.identity.Viewer;
import hub.platform.search.SearchDocument;
import hub.platform.search.SearchSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Meetings that take place or have taken place, by their title, what to expect, who comes to talk and what about. */
@Component
@Order(25)
class MeetingSearch implements SearchSource {
    private static final String GROUPS = "groups";

    private final MeetingStore meetings;
    private final Groups groups;
    private final Rights rights;

    MeetingSearch(MeetingStore meetings, Groups groups, Rights rights) {
        this.meetings = meetings;
        this.groups = groups;
        this.rights = rights;
    }

    @Override
    public String kind() {
        return "meeting";
    }

    @Override
    public String messageKey() {
        return "meetings.search.kind";
    }

    /** Not how many come. */
    @Override
    public List<Watched> watched() {
        return List.of(
                new Watched(MeetingStore.MEETINGS, Set.of("details", "state", "listed")),
                new Watched(GROUPS, Set.of("privacy")));
    }

    @Override
    public Flux<String> concerned(String collection, String id) {
        return collection.equals(GROUPS) ? meetings.idsOf(id) : Flux.just(id);
    }

    @Override
    public Flux<String> ids(String after, int limit) {
        return meetings.idsAfter(after, limit);
    }

    @Override
    public Flux<SearchDocument> find(Collection<String> ids) {
        return meetings.toIndex(ids)
                .filter(MeetingSearch::canBeFound)
                .collectList()
                .flatMapMany(found -> groups.withPublicDatesToIndex(
                                found.stream().map(Meeting::group).collect(Collectors.toSet()))
                        .flatMapIterable(open -> found.stream()
                                .map(meeting -> document(meeting, null, open.contains(meeting.group())))
                                .toList()));
    }

    /** An activity for some households is found by nobody: nothing of it is in the index. */
    private static boolean canBeFound(Meeting meeting) {
        Activity activity = meeting.details().activity();
        return meeting.listed() && !meeting.cancelled() && (activity == null || activity.everybody());
    }

    @Override
    public Flux<SearchDocument> readable(Collection<String> ids, Viewer viewer) {
        return rights.of(viewer)
                .flatMapMany(visibility -> groups.all(visibility)
                        .collectMap(Group::id)
                        .flatMapMany(known -> meetings.all(ids)
                                .flatMapIterable(found -> found.values().stream()
                                        .filter(MeetingSearch::canBeFound)
                                        .filter(meeting -> seen(meeting, known, visibility))
                                        .map(meeting -> document(meeting, known.get(meeting.group()), false))
                                        .toList())));
    }

    private static boolean seen(Meeting meeting, Map<String, Group> known, Visibility visibility) {
        Group group = known.get(meeting.group());
        return group != null && MeetingPolicy.maySee(visibility, meeting, group);
    }

    private static SearchDocument document(Meeting meeting, @Nullable Group group, boolean open) {
        MeetingDetails details = meeting.details();
        String key = GroupSearchKeys.mayRead(meeting.group());
        Set<String> rights = new HashSet<>(Set.of(key));
        if (open) {
            rights.add(GroupSearchKeys.APPROVED);
        }
        return new SearchDocument(
                meeting.id(),
                details.title(),
                true,
                String.join(
                                "\n",
                                details.expect(),
                                details.professional(),
                                details.topic(),
                                details.provider(),
                                details.otherPlace())
                        .strip(),
                new SearchDocument.Place(key, group == null ? "" : group.name(), "/groups/" + meeting.group()),
                List.of(),
                details.starts(),
                meeting.path(),
                rights);
    }
}
