package hub.forum.threads;

import hub.platform.mongo.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import reactor.core.publisher.Flux;

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
        String index = "group_1_recency_-1";
        return new Migration(
                "threads-0003-one-index-less",
                mongo -> mongo.indexOps(ThreadStore.THREADS)
                        .getIndexInfo()
                        .filter(there -> there.getName().equals(index))
                        .flatMap(there -> mongo.indexOps(ThreadStore.THREADS).dropIndex(index))
                        .then());
    }

    /** What was written since a moment is looked for after a process has ended. Whether a post was answered is seen by the place of the next. */
    @Bean
    Migration writtenSince() {
        String index = "thread_1_parent_1";
        return new Migration(
                "threads-0005-written-since",
                mongo -> Flux.concat(
                                mongo.indexOps(PostStore.POSTS)
                                        .createIndex(new Index("createdAt", Direction.ASC).on("thread", Direction.ASC)),
                                mongo.indexOps(WriterStore.WRITERS).createIndex(new Index("alive", Direction.ASC)),
                                mongo.indexOps(PostStore.POSTS)
                                        .getIndexInfo()
                                        .filter(there -> there.getName().equals(index))
                                        .flatMap(there ->
                                                mongo.indexOps(PostStore.POSTS).dropIndex(index)))
                        .then());
    }

    /** By it the sweep finds what was left behind; nearly always there is nothing in it. */
    @Bean
    Migration pendingPosts() {
        return new Migration(
                "threads-0002-pending",
                mongo -> mongo.indexOps(ThreadStore.THREADS)
                        .createIndex(new Index("pending.at", Direction.ASC).sparse())
                        .then());
    }
}
