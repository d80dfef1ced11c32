package hub.forum.bookmarks;

import hub.platform.mongo.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;

@Configuration(proxyBeanMethods = false)
class BookmarkMigrations {
    @Bean
    Migration bookmarkIndexes() {
        return new Migration(
                "bookmarks-0001-indexes",
                mongo -> mongo.indexOps(BookmarkStore.BOOKMARKS)
                        .createIndex(new Index("account", Direction.ASC)
                                .on("at", Direction.DESC)
                                .on("_id", Direction.DESC))
                        .then());
    }
}
