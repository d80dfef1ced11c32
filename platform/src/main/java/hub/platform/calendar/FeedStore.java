package hub.platform.calendar;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The only place that touches {@code calendar_feeds}. */
@Component
class FeedStore {
    private static final String FEEDS = "calendar_feeds";

    private final Documents<CalendarFeed> feeds;

    FeedStore(Collections collections) {
        this.feeds = collections.of(FEEDS, CalendarFeed.class);
    }

    Mono<CalendarFeed> of(String account) {
        return feeds.find(account);
    }

    /** Empty if no address has that secret. */
    Mono<CalendarFeed> bySecretHash(String hash) {
        return feeds.first(Query.query(where("secretHash").is(hash)));
    }

    /** In the place of the account's address before. */
    Mono<CalendarFeed> put(CalendarFeed feed) {
        return feeds.put(feed);
    }

    Mono<Void> remove(String account) {
        return feeds.remove(Documents.byId(account)).then();
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration calendarFeedIndexes() {
            return new Migration(
                    "calendar-0001-indexes",
                    mongo -> mongo.indexOps(FEEDS)
                            .createIndex(new Index("secretHash", Direction.ASC).unique())
                            .then());
        }
    }
}
