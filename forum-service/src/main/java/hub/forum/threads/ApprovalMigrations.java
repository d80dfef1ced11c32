package hub.forum.threads;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.PartialIndexFilter;
import reactor.core.publisher.Flux;

/** What waits to be approved, for those who decide; and what somebody's own posts have come to. */
@Configuration(proxyBeanMethods = false)
class ApprovalMigrations {
    @Bean
    Migration postsThatWait() {
        return new Migration(
                "threads-0010-posts-that-wait",
                mongo -> Flux.concat(
                                mongo.indexOps(PostStore.POSTS)
                                        .createIndex(new Index("state", Direction.ASC)
                                                .on("createdAt", Direction.ASC)
                                                .partial(PartialIndexFilter.of(
                                                        where("state").is(Post.State.WAITING.name())))
                                                .named(PostStore.WAITING_BY_TIME)),
                                mongo.indexOps(PostStore.POSTS)
                                        .createIndex(new Index("author", Direction.ASC)
                                                .on("state", Direction.ASC)
                                                .on("createdAt", Direction.ASC)))
                        .then());
    }
}
