package hub.resources.training.courses;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code courses}. A council has some dozens of them, so all are remembered together. */
@Component
class CourseStore {
    static final String COURSES = "courses";
    private static final int MOST = 2_000;

    private final Documents<Course> courses;
    private final DocumentCache<String, List<Course>> all;

    CourseStore(Collections collections) {
        this.courses = collections.of(COURSES, Course.class);
        this.all = courses.cache(
                CacheKey.any(),
                1,
                key -> courses.list(new Query()
                                .with(Sort.by("outline.title", "_id"))
                                .limit(MOST))
                        .collectList());
    }

    /** By title, retired ones among them. */
    Mono<List<Course>> all() {
        return all.get("");
    }

    Mono<Course> find(String id) {
        return all().flatMapIterable(list -> list)
                .filter(course -> course.id().equals(id))
                .next();
    }

    Flux<Course> toIndex(java.util.Collection<String> ids) {
        return courses.list(ids);
    }

    Flux<String> idsAfter(String id, int limit) {
        return courses.idsAfter(id, limit);
    }

    /** Inserts it; or finds what the same author has stored with the same key before. */
    Mono<Course> insertOrFind(Course course) {
        return courses.insert(course)
                .onErrorResume(
                        DuplicateKeyException.class,
                        twice -> courses.first(Query.query(where("author")
                                .is(course.author())
                                .and("formKey")
                                .is(course.formKey()))));
    }

    /** Stores the next version; empty if the one before it is no longer the current one. */
    Mono<Course> replace(Course next) {
        return courses.replace(
                Query.query(where("_id").is(next.id()).and("version").is(next.version() - 1)), next);
    }
}
