package hub.forum.meetings;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.PageKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code meetings}. Which groups a viewer may see is said by whoever asks: {@link Meetings}. */
@Component
class MeetingStore {
    static final String MEETINGS = "meetings";

    /** Of one group: a list to be looked through by those who arrange. */
    static final int MOST_DRAFTS = 100;

    /** MongoDB merges so many sorted lists; with more it would sort in memory. */
    private static final int MOST_GROUPS = 190;

    private static final int MOST_REMEMBERED = 5_000;
    private static final String STARTS = "details.starts";

    private final Documents<Meeting> meetings;
    private final DocumentCache<String, Meeting> byId;

    MeetingStore(Collections collections) {
        this.meetings = collections.of(MEETINGS, Meeting.class);
        this.byId = meetings.cache(CacheKey.id(), MOST_REMEMBERED, meetings::find);
    }

    Mono<Meeting> find(String id) {
        return byId.get(id);
    }

    Mono<Map<String, Meeting>> all(Collection<String> ids) {
        return byId.getAll(ids, missing -> meetings.list(missing).collectMap(Meeting::id));
    }

    /** As it is stored, in the transaction that changes it. */
    Mono<Meeting> toChange(String id) {
        return meetings.find(id);
    }

    /** As they are stored and not as they are remembered, for the search index. */
    Flux<Meeting> toIndex(Collection<String> ids) {
        return meetings.list(ids);
    }

    Flux<String> idsAfter(String id, int limit) {
        return meetings.idsAfter(id, limit);
    }

    /** Of those that a group lists. */
    Flux<String> idsOf(String group) {
        return meetings.ids(
                Query.query(where("group").is(group).and("listed").is(true)).limit(MOST_REMEMBERED));
    }

    /**
     * Those that are not over, the next first, from after a given one.
     *
     * @param invited which of them the viewer may know of
     */
    Flux<Meeting> upcoming(
            Collection<String> groups, Instant now, @Nullable Meeting after, int limit, Criteria invited) {
        Criteria which = listed(groups, invited).and("details.ends").gt(now);
        Criteria later = after == null
                // A meeting ends within a day: the index is not read from the beginning of time.
                ? which.and(STARTS).gte(now.minus(MeetingDetails.LONGEST))
                : new Criteria()
                        .andOperator(
                                which, PageKey.after(STARTS, after.details().starts(), after.id()));
        return meetings.list(Query.query(later).with(Sort.by(STARTS, "_id")).limit(limit));
    }

    /** Those that have begun, the latest first, from before a given one. */
    Flux<Meeting> past(Collection<String> groups, Instant now, @Nullable Meeting before, int limit, Criteria invited) {
        Criteria which = listed(groups, invited);
        Criteria earlier = before == null
                ? which.and(STARTS).lte(now)
                : new Criteria()
                        .andOperator(
                                which, PageKey.before(STARTS, before.details().starts(), before.id()));
        return meetings.list(Query.query(earlier)
                .with(Sort.by(Direction.DESC, STARTS, "_id"))
                .limit(limit));
    }

    /** Those that begin within a stretch of time, in its order. */
    Flux<Meeting> between(Collection<String> groups, Instant from, Instant to, int limit, Criteria invited) {
        Criteria within = listed(groups, invited).and(STARTS).gte(from).lt(to);
        return meetings.list(Query.query(within).with(Sort.by(STARTS, "_id")).limit(limit));
    }

    Flux<Meeting> drafts(String group) {
        return meetings.list(Query.query(where("group").is(group).and("listed").is(false))
                .with(Sort.by(STARTS, "_id"))
                .limit(MOST_DRAFTS));
    }

    private static Criteria listed(Collection<String> groups, Criteria invited) {
        List<String> some = new ArrayList<>(groups);
        List<String> bounded = some.subList(0, Math.min(MOST_GROUPS, some.size()));
        return where("group").in(bounded).and("listed").is(true).andOperator(invited);
    }

    /** All dates of a series from a day on, in the order in which they were planned. */
    Flux<Meeting> ofSeries(String series, String fromPlanned, int limit) {
        return meetings.list(Query.query(
                        where("series.series").is(series).and("series.planned").gte(fromPlanned))
                .with(Sort.by("series.planned"))
                .limit(limit));
    }

    Mono<Meeting> insert(Meeting meeting) {
        return meetings.insert(meeting);
    }

    /** Empty if another change was first. */
    Mono<Meeting> replace(Meeting after, int versionBefore) {
        return meetings.replace(
                Query.query(where("_id").is(after.id()).and("version").is(versionBefore)), after);
    }

    /** Also makes any two changes of the replies to one meeting conflict, so that no count is made from what another is just changing. */
    Mono<Meeting> count(Meeting counted) {
        return meetings.change(
                Documents.byId(counted.id()),
                new Update().set("tickets", counted.tickets()).set("taken", counted.taken()));
    }

    Mono<Meeting> remove(String id, int version) {
        return meetings.remove(Query.query(where("_id").is(id).and("version").is(version)));
    }
}
