package hub.resources.training.courses;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.identity.Viewer;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.PageKey;
import hub.resources.audiences.Audiences;
import hub.resources.publishing.Position;
import hub.resources.training.courses.TrainingSession.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code training_sessions}. */
@Component
class TrainingSessionStore {
    static final String SESSIONS = "training_sessions";

    /** The days of one session lie no further apart; lists of what is to come begin that long ago. */
    private static final Duration LONGEST = Duration.ofDays(90);

    private final Documents<TrainingSession> sessions;

    TrainingSessionStore(Collections collections) {
        this.sessions = collections.of(SESSIONS, TrainingSession.class);
    }

    Mono<TrainingSession> find(String id) {
        return sessions.find(id);
    }

    Flux<TrainingSession> all(Collection<String> ids) {
        return sessions.list(ids);
    }

    /**
     * Takes the session's turn: whoever else takes it at once waits, or is tried again. First step of every transaction about its places.
     */
    Mono<TrainingSession> take(String id) {
        return sessions.change(Documents.byId(id), new Update().inc("turn", 1));
    }

    /** Open or closed ones that are not over, for the viewer's audiences, the soonest first. */
    Flux<TrainingSession> coming(
            Instant now, @Nullable String course, Optional<Position> after, int limit, Viewer viewer) {
        List<Criteria> all = new ArrayList<>(List.of(
                where("state").in(State.OPEN, State.CLOSED),
                Audiences.readableBy(viewer),
                where("starts").gt(now.minus(LONGEST)),
                where("ends").gt(now)));
        if (course != null) {
            all.add(where("course").is(course));
        }
        after.ifPresent(position -> all.add(PageKey.after("starts", position.at(), position.id())));
        return sessions.list(soonest(all, limit));
    }

    /** Whatever starts between two moments, in any state, for staff. */
    Flux<TrainingSession> between(Instant from, Instant to, int limit) {
        return sessions.list(soonest(List.of(where("starts").gte(from).lt(to)), limit));
    }

    /** All of a course, the latest first. */
    Flux<TrainingSession> ofCourse(String course, int limit) {
        return sessions.list(Query.query(where("course").is(course))
                .with(Sort.by(Sort.Direction.DESC, "starts", "_id"))
                .limit(limit));
    }

    private static Query soonest(List<Criteria> all, int limit) {
        return Query.query(new Criteria().andOperator(all))
                .with(Sort.by("starts", "_id"))
                .limit(limit);
    }

    Mono<TrainingSession> insertOrFind(TrainingSession session) {
        return sessions.insert(session)
                .onErrorResume(
                        DuplicateKeyException.class,
                        twice -> sessions.first(Query.query(where("author")
                                .is(session.author())
                                .and("formKey")
                                .is(session.formKey()))));
    }

    /** In a transaction that has taken the session's turn. */
    Mono<TrainingSession> save(TrainingSession next) {
        return sessions.replace(Documents.byId(next.id()), next);
    }

    Mono<Void> audienceOf(Course course) {
        return sessions.changeAll(
                Query.query(where("course").is(course.id())),
                new Update().set("audience", course.outline().audience()));
    }
}
