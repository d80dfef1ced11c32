package hub.forum.mentoring.mentors;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.identity.Viewer;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code mentors}. */
@Component
class MentorStore {
    private static final String MENTORS = "mentors";
    /** More than a council has. */
    private static final int MOST = 1_000;

    private final Documents<Mentor> mentors;

    MentorStore(Collections collections) {
        this.mentors = collections.of(MENTORS, Mentor.class);
    }

    /** Her own profile, or anybody's for those who match. */
    private static Criteria readableBy(Viewer viewer) {
        return Mentors.matches(viewer) ? new Criteria() : where("_id").is(viewer.id());
    }

    /** One whom the viewer may see whole: herself, or anybody for those who match. */
    Mono<Mentor> find(String id, Viewer viewer) {
        return mentors.first(Query.query(new Criteria().andOperator(where("_id").is(id), readableBy(viewer))));
    }

    /** All, those who have mentored longest first, for those who match; nothing for everybody else. */
    Flux<Mentor> from(Viewer viewer) {
        return Mentors.matches(viewer)
                ? mentors.list(new Query().with(Sort.by("since", "_id")).limit(MOST))
                : Flux.empty();
    }

    /** For a change of it, or to show what she agreed to show. */
    Mono<Mentor> byId(String id) {
        return mentors.find(id);
    }

    Mono<Mentor> insert(Mentor mentor) {
        return mentors.insert(mentor);
    }

    Mono<Void> insertAll(List<Mentor> all) {
        return mentors.insertAll(all);
    }

    /** Empty if another change was first. */
    Mono<Mentor> replace(Mentor after, int before) {
        return mentors.replace(
                Query.query(where("_id").is(after.id()).and("version").is(before)), after);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration mentorIndexes() {
            return new Migration(
                    "mentoring-0001-mentors",
                    mongo -> mongo.indexOps(MENTORS)
                            .createIndex(new Index("since", Direction.ASC).on("_id", Direction.ASC))
                            .then());
        }
    }
}
