package hub.forum.threads;

import hub.platform.mongo.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;

@Configuration(proxyBeanMethods = false)
class MoveMigrations {
    /** A conversation that takes in another is found by those that it took in before, which lead on with it. */
    @Bean
    Migration mergedThreads() {
        return new Migration(
                "threads-0011-merged",
                mongo -> mongo.indexOps(ThreadStore.MERGED_THREADS)
                        .createIndex(new Index("into", Direction.ASC))
                        .then());
    }
}
