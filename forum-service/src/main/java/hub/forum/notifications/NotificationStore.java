package hub.forum.notifications;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.time.Duration;
import java.time.Instant;
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

/** What people are told, for three months, and what they chose. */
@Component
class NotificationStore {
    /** Beyond this nobody counts. */
    static final int MOST_COUNTED = 99;

    private static final String NOTIFICATIONS = "notifications";
    private static final String CHOICES = "notification_choices";
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int MOST_COUNTS_KEPT = 5_000;
    private static final int MOST_AT_ONCE = 200;

    private final Documents<Notification> notifications;
    private final Documents<NotificationChoices> choices;
    private final DocumentCache<String, Long> unseen;

    NotificationStore(Collections collections) {
        this.notifications = collections.of(NOTIFICATIONS, Notification.class);
        this.choices = collections.of(CHOICES, NotificationChoices.class);
        this.unseen = notifications.cache(CacheKey.field("account"), MOST_COUNTS_KEPT, this::countUnseen);
    }

    /** Empty if it is there already. */
    Mono<Notification> insertNew(Notification fresh) {
        return notifications
                .find(fresh.id())
                .hasElement()
                .flatMap(there -> there ? Mono.empty() : notifications.insert(fresh));
    }

    /** Newest first. */
    Flux<Notification> of(String account, int most) {
        return notifications.list(Query.query(where("account").is(account))
                .with(Sort.by(Direction.DESC, "at", "_id"))
                .limit(most));
    }

    Mono<Notification> find(String id, String account) {
        return notifications.first(
                Query.query(where("_id").is(id).and("account").is(account)));
    }

    Mono<Long> unseen(String account) {
        return unseen.get(account);
    }

    private Mono<Long> countUnseen(String account) {
        return notifications.count(
                Query.query(where("account").is(account).and("seenAt").isNull()).limit(MOST_COUNTED));
    }

    Mono<Void> seen(String account, String bundle, Instant at) {
        return notifications.changeAll(
                Query.query(where("account")
                        .is(account)
                        .and("seenAt")
                        .isNull()
                        .and("bundle")
                        .is(bundle)),
                new Update().set("seenAt", at));
    }

    Mono<Void> seen(Notification notification, Instant at) {
        return notifications
                .change(Documents.byId(notification.id()), new Update().set("seenAt", at))
                .then();
    }

    Mono<Void> allSeen(String account, Instant until, Instant at) {
        return notifications.changeAll(
                Query.query(where("account")
                        .is(account)
                        .and("seenAt")
                        .isNull()
                        .and("at")
                        .lte(until)),
                new Update().set("seenAt", at));
    }

    Mono<Void> remove(Notification notification) {
        return notifications.remove(Documents.byId(notification.id())).then();
    }

    /** Some of those about a cause. */
    Flux<Notification> about(String about) {
        return notifications.list(Query.query(where("about").is(about)).limit(MOST_AT_ONCE));
    }

    /** Some of those that a person has of a group. */
    Flux<Notification> ofGroup(String account, String group) {
        return notifications.list(
                Query.query(where("account").is(account).and("group").is(group)).limit(MOST_AT_ONCE));
    }

    /** Not seen, and to be mailed at some time. */
    Flux<Notification> toMail(String account) {
        return notifications.list(Query.query(where("account")
                        .is(account)
                        .and("seenAt")
                        .isNull()
                        .and("mailAt")
                        .ne(null)
                        .and("mailedAt")
                        .isNull())
                .limit(MOST_AT_ONCE));
    }

    Mono<Void> mailed(Notification notification, Instant at) {
        return notifications
                .change(Documents.byId(notification.id()), new Update().set("mailedAt", at))
                .then();
    }

    /** What stands in the letter of a moment and has not been seen since. */
    Flux<Notification> inLetter(String account, Instant mailedAt) {
        return notifications.list(Query.query(where("account")
                        .is(account)
                        .and("seenAt")
                        .isNull()
                        .and("mailedAt")
                        .is(mailedAt))
                .limit(MOST_AT_ONCE));
    }

    Mono<NotificationChoices> choices(String account) {
        return choices.find(account).defaultIfEmpty(NotificationChoices.none(account));
    }

    Mono<Void> save(NotificationChoices chosen) {
        return choices.put(chosen).then();
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration notificationIndexes() {
            return new Migration("notifications-0001-indexes", mongo -> {
                var indexes = mongo.indexOps(NOTIFICATIONS);
                return Flux.concat(
                                indexes.createIndex(new Index("account", Direction.ASC)
                                        .on("at", Direction.DESC)
                                        .on("_id", Direction.DESC)),
                                indexes.createIndex(new Index("account", Direction.ASC).on("seenAt", Direction.ASC)),
                                indexes.createIndex(new Index("account", Direction.ASC).on("group", Direction.ASC)),
                                indexes.createIndex(new Index("about", Direction.ASC)),
                                indexes.createIndex(new Index("at", Direction.ASC).expire(KEPT)))
                        .then();
            });
        }
    }
}
