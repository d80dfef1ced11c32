package hub.forum.threads;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.PartialIndexFilter;
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
        return new Migration(
                "threads-0003-one-index-less",
                mongo -> Migration.dropIndex(mongo, ThreadStore.THREADS, "group_1_recency_-1"));
    }

    /** Whether a post was answered is seen by the place of the next. */
    @Bean
    Migration withoutTheListOfAnswers() {
        return new Migration(
                "threads-0005-written-since",
                mongo -> Migration.dropIndex(mongo, PostStore.POSTS, "thread_1_parent_1"));
    }

    /** What somebody found helpful, of which there is little: whether it was the one who asked is seen in the post. */
    @Bean
    Migration whatHelped() {
        return new Migration(
                "threads-0009-what-helped",
                mongo -> mongo.indexOps(PostStore.POSTS)
                        .createIndex(new Index("thread", Direction.ASC)
                                .named(PostStore.HELPFUL)
                                .partial(PartialIndexFilter.of(
                                        where("reactions.kind").is(Reaction.Kind.HELPFUL.name()))))
                        .then());
    }

    /** Lists over all places: what somebody began, and what nobody has answered, of which there is little. */
    @Bean
    Migration listsOverAllPlaces() {
        return new Migration(
                "threads-0008-lists-over-all-places",
                mongo -> Flux.concat(
                                mongo.indexOps(ThreadStore.THREADS)
                                        .createIndex(new Index("author", Direction.ASC).on("recency", Direction.DESC)),
                                mongo.indexOps(ThreadStore.THREADS)
                                        .createIndex(new Index("group", Direction.ASC)
                                                .on("recency", Direction.DESC)
                                                .partial(PartialIndexFilter.of(
                                                        where("postCount").is(1)))))
                        .then());
    }
}
