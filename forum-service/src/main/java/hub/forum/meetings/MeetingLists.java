package hub.forum.meetings;

import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Meetings in lists, each for whoever may see them. */
@Service
public class MeetingLists {
    /** What stands in the order of time. */
    static final Comparator<Meeting> BY_START = Comparator.comparing(
                    (Meeting meeting) -> meeting.details().starts())
            .thenComparing(Meeting::id);

    /** Meetings that everybody who may see the group's may know of. */
    private static final Criteria FOR_ALL =
            Criteria.where("details.activity.everybody").ne(false);

    /** Of one group in a year. */
    private static final int MOST_ACTIVITIES = 400;

    private final MeetingStore store;
    private final ReplyStore replies;
    private final Groups groups;
    private final Clock clock;

    MeetingLists(MeetingStore store, ReplyStore replies, Groups groups, Clock clock) {
        this.store = store;
        this.replies = replies;
        this.groups = groups;
        this.clock = clock;
    }

    /**
     * The next dates of the viewer's own groups.
     *
     * @param after the id of the last one of the page before; null for the first page
     */
    public Flux<Meeting> own(@Nullable String after, int limit, Visibility visibility) {
        return upcoming(visibility.ownReadable(), after, limit, MeetingPolicy.invited(visibility));
    }

    /** The next dates of one group; nothing for whoever may not see them. */
    public Flux<Meeting> next(Group group, @Nullable String after, int limit, Visibility visibility) {
        return seesDates(group, visibility)
                ? upcoming(Set.of(group.id()), after, limit, MeetingPolicy.invited(visibility))
                : Flux.empty();
    }

    /** What a group has met for, the latest first. */
    public Flux<Meeting> past(Group group, @Nullable String before, int limit, Visibility visibility) {
        if (!seesDates(group, visibility)) {
            return Flux.empty();
        }
        Instant now = clock.instant();
        Criteria invited = MeetingPolicy.invited(visibility);
        return before == null
                ? store.past(Set.of(group.id()), now, null, limit, invited)
                : store.find(before)
                        .filter(last -> last.listed() && last.group().equals(group.id()))
                        .flatMapMany(last -> store.past(Set.of(group.id()), now, last, limit, invited));
    }

    private static boolean seesDates(Group group, Visibility visibility) {
        return visibility.mayRead(group.id()) || (visibility.viewer().approved() && group.datesArePublic());
    }

    /** Social activities of a constellation that begin within a stretch of time and are not cancelled, of those to which the viewer is invited. */
    public Flux<Meeting> activities(Group group, Instant from, Instant to, Visibility visibility) {
        return visibility.mayRead(group.id())
                ? store.between(Set.of(group.id()), from, to, MOST_ACTIVITIES, MeetingPolicy.invited(visibility))
                        .filter(meeting -> meeting.details().activity() != null && !meeting.cancelled())
                : Flux.empty();
    }

    /** Drafts, for those who arrange meetings of the group; nothing for other people. */
    public Flux<Meeting> drafts(Group group, Visibility visibility) {
        return MeetingPolicy.mayArrange(visibility, group) ? store.drafts(group.id()) : Flux.empty();
    }

    /** The next public dates of these clusters, for whoever asks. */
    public Flux<Meeting> ofClusters(Collection<Group> clusters, @Nullable String after, int limit) {
        return upcoming(idsOf(clusters), after, limit, FOR_ALL);
    }

    /** Public dates of these clusters within a stretch of time, for whoever asks. */
    public Flux<Meeting> ofClusters(Collection<Group> clusters, Instant from, Instant to, int limit) {
        Set<String> some = idsOf(clusters);
        return some.isEmpty() ? Flux.empty() : store.between(some, from, to, limit, FOR_ALL);
    }

    private static Set<String> idsOf(Collection<Group> clusters) {
        return clusters.stream().filter(Group::datesArePublic).map(Group::id).collect(Collectors.toSet());
    }

    private Flux<Meeting> upcoming(Collection<String> some, @Nullable String after, int limit, Criteria invited) {
        Instant now = clock.instant();
        if (some.isEmpty()) {
            return Flux.empty();
        }
        return after == null
                ? store.upcoming(some, now, null, limit, invited)
                // The place in the list of what is not in it, such as a hidden meeting, is told to nobody.
                : store.find(after)
                        .filter(last -> last.listed() && some.contains(last.group()))
                        .flatMapMany(last -> store.upcoming(some, now, last, limit, invited));
    }

    /** What the viewer takes part in or may: dates of their groups, and public ones that they have answered, within a stretch of time. */
    Mono<List<Meeting>> theirs(Instant from, Instant to, int limit, Visibility visibility) {
        Mono<List<Meeting>> ofGroups = visibility.ownReadable().isEmpty()
                ? Mono.just(List.of())
                : store.between(visibility.ownReadable(), from, to, limit, MeetingPolicy.invited(visibility))
                        .collectList();
        return Mono.zip(ofGroups, answeredElsewhere(from, visibility)).map(found -> {
            Set<Meeting> all = new HashSet<>(found.getT1());
            found.getT2().stream()
                    .filter(meeting -> meeting.details().starts().isBefore(to))
                    .forEach(all::add);
            return all.stream().sorted(BY_START).limit(limit).toList();
        });
    }

    /** Public dates of clusters that the viewer is not in, to which they come or wait for a place. */
    public Mono<List<Meeting>> answeredElsewhere(Visibility visibility) {
        return answeredElsewhere(clock.instant(), visibility);
    }

    private Mono<List<Meeting>> answeredElsewhere(Instant from, Visibility visibility) {
        return replies.of(visibility.viewer().id(), from)
                .filter(reply -> reply.answer() != Reply.Answer.NOT_GOING
                        && !visibility.ownReadable().contains(reply.group()))
                .map(Reply::meeting)
                .collectList()
                .flatMap(store::all)
                .flatMap(found -> groups.withPublicDates()
                        .map(Group::id)
                        .collect(Collectors.toSet())
                        .map(open -> found.values().stream()
                                .filter(meeting -> meeting.listed() && open.contains(meeting.group()))
                                .sorted(BY_START)
                                .toList()));
    }

    /** What the viewer has answered to these, by meeting. */
    public Mono<Map<String, Reply>> answers(Collection<Meeting> some, Visibility visibility) {
        if (!visibility.viewer().approved()) {
            return Mono.just(Map.of());
        }
        return replies.list(some.stream()
                        .map(meeting -> Reply.id(meeting.id(), MeetingPolicy.answersAs(visibility, meeting)))
                        .toList())
                .collectMap(Reply::meeting);
    }
}
