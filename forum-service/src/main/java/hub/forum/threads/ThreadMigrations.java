package hub.forum.threads;

import hub.platform.mongo.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class ThreadMigrations {

    @Bean
    Migration threadIndexes() {
        return new Migration(
                "threads-0001-indexes",
                mongo -> Flux.concat(
                                mongo.indexOps(ThreadStore.THREADS)
                                        .createIndex(new Index("group", Direction.ASC)
                                                .on("pinned", Direction.ASC)
                                                .on("recency", Direction.DESC)),
                                mongo.indexOps(ThreadStore.THREADS)
                                        .createIndex(new Index("group", Direction.ASC).on("recency", Direction.DESC)),
                                mongo.indexOps(ThreadStore.THREADS)
                                        .createIndex(new Index("author", Direction.ASC)
                                                .on("formKey", Direction.ASC)
                                                .unique()),
                                mongo.indexOps(PostStore.POSTS)
                                        .createIndex(new Index("thread", Direction.ASC)
                                                .on("path", Direction.ASC)
                                                .unique()),
                                mongo.indexOps(PostStore.POSTS)
                                        .createIndex(new Index("thread", Direction.ASC).on("parent", Direction.ASC)),
                                mongo.indexOps(PostStore.POSTS)
                                        .createIndex(new Index("thread", Direction.ASC)
                                                .on("live", Direction.ASC)
                                                .on("createdAt", Direction.DESC)),
                                mongo.indexOps(PostStore.POSTS)
                                        .createIndex(new Index("author", Direction.ASC)
                                                .on("formKey", Direction.ASC)
                                                .unique()))
                        .then());
    }

    /** No query goes by it: lists ask for what is pinned and what is not. Each reply would have to move the thread in it. */
    @Bean
    Migration withoutTheListOfBoth() {
        return new Migration(
                "threads-0003-one-index-less", mongo -> dropIndex(mongo, ThreadStore.THREADS, "group_1_recency_-1"));
    }

    /** Whether a post was answered is seen by the place of the next. */
    @Bean
    Migration withoutTheListOfAnswers() {
        return new Migration(
                "threads-0005-written-since", mongo -> dropIndex(mongo, PostStore.POSTS, "thread_1_parent_1"));
    }

    static Mono<Void> dropIndex(ReactiveMongoTemplate mongo, String collection, String index) {
        return mongo.indexOps(collection)
                .getIndexInfo()
                .filter(there -> there.getName().equals(index))
                .flatMap(there -> mongo.indexOps(collection).dropIndex(index))
                .then();
    }
}
