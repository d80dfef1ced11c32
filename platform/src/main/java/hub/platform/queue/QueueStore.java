package hub.platform.queue;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What waits, and what was set aside. */
@Component
class QueueStore {
    static final String QUEUE = "queue";
    static final String SET_ASIDE = "set_aside";

    private final Documents<QueuedItem> items;
    private final Documents<SetAside> aside;

    QueueStore(Collections collections) {
        this.items = collections.of(QUEUE, QueuedItem.class);
        this.aside = collections.of(SET_ASIDE, SetAside.class);
    }

    Mono<Void> add(List<QueuedItem> fresh) {
        return fresh.isEmpty() ? Mono.empty() : items.insertAll(fresh);
    }

    /** In the place of one with the same id. */
    Mono<Void> put(QueuedItem item) {
        return items.put(item).then();
    }

    /** Whether it still waited. */
    Mono<Boolean> remove(String id) {
        return items.remove(Documents.byId(id)).hasElement();
    }

    Flux<QueuedItem> ofSubject(String subject, int most) {
        return items.list(Query.query(where("subject").is(subject)).limit(most));
    }

    Flux<QueuedItem> due(String queue, Instant now, Collection<String> exceptSubjects, int most) {
        return items.list(Query.query(where("queue")
                        .is(queue)
                        .and("due")
                        .lte(now)
                        .and("subject")
                        .nin(exceptSubjects))
                .with(inOrder())
                .limit(most));
    }

    /** The subjects of which one failed and is not to be tried again yet. */
    Flux<QueuedItem> pausing(String queue, Instant now, int most) {
        return items.list(Query.query(where("queue").is(queue).and("retryAt").gt(now))
                .with(Sort.by("retryAt"))
                .limit(most));
    }

    /** The first that will be due; empty if nothing waits. */
    Mono<QueuedItem> next(String queue, Instant now) {
        return items.first(
                Query.query(where("queue").is(queue).and("due").gt(now)).with(inOrder()));
    }

    /** At most {@code most}: who counts further does not know more. */
    Mono<Long> countDueBefore(String queue, Instant moment, int most) {
        return items.count(
                Query.query(where("queue").is(queue).and("due").lte(moment)).limit(most));
    }

    Mono<QueuedItem> first(String queue) {
        return items.first(Query.query(where("queue").is(queue)).with(inOrder()));
    }

    Mono<Void> tryAgain(QueuedItem item, int tries, Instant at) {
        return items.change(
                        Documents.byId(item.id()),
                        new Update().set("tries", tries).set("retryAt", at))
                .then();
    }

    /** Both are one transaction. */
    Mono<Void> setAside(SetAside failed) {
        return items.remove(Documents.byId(failed.item().id()))
                .flatMap(removed -> aside.put(failed))
                .then();
    }

    Flux<SetAside> setAside(int most) {
        return aside.list(new Query().with(Sort.by(Direction.DESC, "at")).limit(most));
    }

    Mono<SetAside> takeBack(String id) {
        return aside.remove(Documents.byId(id));
    }

    private static Sort inOrder() {
        return Sort.by("due", "_id");
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration queueIndexes() {
            return new Migration(
                    "queue-0001-indexes",
                    mongo -> Flux.concat(
                                    mongo.indexOps(QUEUE)
                                            .createIndex(new Index("queue", Direction.ASC)
                                                    .on("due", Direction.ASC)
                                                    .on("_id", Direction.ASC)),
                                    mongo.indexOps(QUEUE)
                                            .createIndex(
                                                    new Index("queue", Direction.ASC).on("retryAt", Direction.ASC)),
                                    mongo.indexOps(QUEUE).createIndex(new Index("subject", Direction.ASC)),
                                    mongo.indexOps(SET_ASIDE).createIndex(new Index("at", Direction.DESC)))
                            .then());
        }
    }
}
