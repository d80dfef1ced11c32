package hub.forum.moderation;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.forum.groups.Visibility;
import hub.forum.threads.Threads;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collection {@code appeals}. Moderators answer all but those against what they did themselves; facilitators and liaison workers those against a colleague in their own groups. */
@Component
class AppealStore {
    private static final String APPEALS = "appeals";
    private static final String OPEN_BY_TIME = "open_by_time";
    private static final int MOST_IN_ONE = 1_000;

    private final Documents<Appeal> appeals;

    AppealStore(Collections collections) {
        this.appeals = collections.of(APPEALS, Appeal.class);
    }

    Mono<Appeal> insert(Appeal appeal) {
        return appeals.insert(appeal);
    }

    /** Whoever is paused has the right to appeal against that. */
    Mono<Appeal> own(String id, Viewer viewer) {
        return Mono.justOrEmpty(viewer.account())
                .flatMap(account -> appeals.first(
                        Query.query(where("_id").is(id).and("author").is(account))));
    }

    /** As it is stored, for telling those who may decide it. */
    Mono<Appeal> toTell(String id) {
        return appeals.find(id);
    }

    Mono<Appeal> find(String id, Visibility visibility) {
        return appeals.first(Query.query(new Criteria().andOperator(where("_id").is(id), answerable(visibility))));
    }

    /** Oldest first. */
    Flux<Appeal> open(Visibility visibility, int limit) {
        return appeals.list(Query.query(new Criteria().andOperator(where("open").is(true), answerable(visibility)))
                .with(Sort.by("at"))
                .withHint(OPEN_BY_TIME)
                .limit(limit));
    }

    /** Those about posts that stood in a conversation when they were last looked for. */
    Flux<Appeal> in(String thread) {
        return appeals.list(Query.query(where("thread").is(thread)).limit(MOST_IN_ONE));
    }

    Mono<Void> moveTo(Threads.Place place, Appeal appeal) {
        return appeals.changeAll(
                Documents.byId(appeal.id()),
                new Update().set("thread", place.thread()).set("group", place.group()));
    }

    /** Empty if somebody else was first. */
    Mono<Appeal> save(Appeal after) {
        return appeals.replace(
                Query.query(where("_id").is(after.id()).and("open").is(true)), after);
    }

    /** Decided since a moment, for counting alone. */
    Flux<Appeal> decidedSince(Instant from, int limit) {
        return appeals.list(
                Query.query(where("open").is(false).and("at").gte(from)).limit(limit));
    }

    private static Criteria answerable(Visibility visibility) {
        String viewer = visibility.viewer().id();
        Criteria another = new Criteria()
                .andOperator(where("author").ne(viewer), where("hiddenBy").ne(viewer));
        return visibility.viewer().moderator()
                ? another
                : new Criteria()
                        .andOperator(
                                another,
                                where("byModerator").is(false),
                                where("group")
                                        .in(visibility.own().stream()
                                                .filter(visibility::leads)
                                                .toList()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration appealsByThread() {
            return new Migration(
                    "moderation-0010-appeals-by-thread",
                    mongo -> mongo.indexOps(APPEALS)
                            .createIndex(new Index("thread", Direction.ASC).sparse())
                            .then());
        }

        @Bean
        Migration appealIndexes() {
            return new Migration(
                    "moderation-0003-appeals",
                    mongo -> mongo.indexOps(APPEALS)
                            .createIndex(new Index("open", Direction.ASC)
                                    .on("at", Direction.ASC)
                                    .named(OPEN_BY_TIME))
                            .then());
        }
    }
}
