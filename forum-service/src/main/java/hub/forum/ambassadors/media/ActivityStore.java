package hub.forum.ambassadors.media;

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

/** The only place that touches {@code media_activities}. */
@Component
class ActivityStore {
    private static final String ACTIVITIES = "media_activities";
    private static final int MOST = 500;

    private final Documents<Activity> activities;

    ActivityStore(Collections collections) {
        this.activities = collections.of(ACTIVITIES, Activity.class);
    }

    /** One that the viewer may know of: any for those who look after them, her own once the press office has approved it. */
    Mono<Activity> find(String id, Viewer viewer) {
        return activities.first(
                Query.query(new Criteria().andOperator(where("_id").is(id), readableBy(viewer))));
    }

    private static Criteria readableBy(Viewer viewer) {
        return Activities.looksAfter(viewer)
                ? new Criteria()
                : where("ambassador").is(viewer.id()).and("approvedAt").exists(true);
    }

    /** The viewer's own, the latest first. */
    Flux<Activity> latest(Viewer viewer) {
        return activities.list(Query.query(
                        where("ambassador").is(viewer.id()).and("approvedAt").exists(true))
                .with(Sort.by(Direction.DESC, "_id"))
                .limit(MOST));
    }

    /** In one state, the earliest day first, for those who look after them; nothing for everybody else. */
    Flux<Activity> from(Activity.State state, Viewer viewer) {
        return Activities.looksAfter(viewer)
                ? activities.list(Query.query(where("state").is(state))
                        .with(Sort.by("day", "_id"))
                        .limit(MOST))
                : Flux.empty();
    }

    /** Of an ambassador, for a change of them. */
    Flux<Activity> of(String ambassador) {
        return activities.list(Query.query(where("ambassador").is(ambassador)).limit(MOST));
    }

    /** For a change of it. */
    Mono<Activity> byId(String id) {
        return activities.find(id);
    }

    Mono<Activity> insert(Activity activity) {
        return activities.insert(activity);
    }

    Mono<Void> insertAll(List<Activity> all) {
        return activities.insertAll(all);
    }

    /** Empty if another change was first. */
    Mono<Activity> replace(Activity after, int before) {
        return activities.replace(
                Query.query(where("_id").is(after.id()).and("version").is(before)), after);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration activityIndexes() {
            return new Migration("ambassadors-0002-media", mongo -> {
                var indexes = mongo.indexOps(ACTIVITIES);
                return Flux.concat(
                                indexes.createIndex(new Index("ambassador", Direction.ASC).on("_id", Direction.DESC)),
                                indexes.createIndex(new Index("state", Direction.ASC)
                                        .on("day", Direction.ASC)
                                        .on("_id", Direction.ASC)))
                        .then();
            });
        }
    }
}
