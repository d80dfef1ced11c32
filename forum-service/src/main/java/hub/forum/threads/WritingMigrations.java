package hub.forum.threads;

import hub.platform.mongo.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;

/** All that figures count stands in one index, in the order in which posts are written. */
@Configuration(proxyBeanMethods = false)
class WritingMigrations {

    @Bean
    Migration writingByWeek() {
        return new Migration(
                "threads-0007-writing-by-week",
                mongo -> mongo.indexOps(PostStore.POSTS)
                        .createIndex(new Index("group", Direction.ASC)
                                .on("live", Direction.ASC)
                                .on("createdAt", Direction.ASC)
                                .on("author", Direction.ASC))
                        .then());
    }
}
