package hub.forum.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Reads;
import hub.testkit.HubIT;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.transaction.reactive.TransactionalOperator;

/** The short way to what is read most comes to the same as the usual way. */
@HubIT
class ReadsIT {
    private static final Instant AT = Instant.parse("2026-03-01T21:40:00.123Z");
    private static final Post.Text WORDS = new Post.Text("*Words*", "<p><em>Words</em></p>", 2);

    @Autowired
    Reads reads;

    @Autowired
    ReactiveMongoTemplate mongo;

    @Autowired
    TransactionalOperator transaction;

    @Test
    void aPostInEachStateIsReadAsItWasWritten() {
        Post published = post("published001", null);
        Post answer = post("answer000001", published);
        Post hidden =
                post("hidden000001", published).hidden(new Post.Hiding("moderator001", AT, "It names a school", true));
        Post deleted = post("deleted00001", published).edited(WORDS, AT).deleted(AT);
        for (Post post : new Post[] {published, answer, hidden, deleted}) {
            mongo.insert(post, PostStore.POSTS).block();
            assertThat(read(PostStore.POSTS, Post.class, post.id())).isEqualTo(post);
        }
    }

    @Test
    void aThreadWithALockIsReadAsItWasWritten() {
        DiscussionThread thread = thread().locked(new DiscussionThread.Lock("moderator001", AT, "Let us wait", true));
        mongo.insert(thread, ThreadStore.THREADS).block();
        assertThat(read(ThreadStore.THREADS, DiscussionThread.class, thread.id()))
                .isEqualTo(thread);
    }

    @Test
    void inATransactionItSeesWhatTheTransactionWrote() {
        Post post = post("transaction1", null);
        Query query = Query.query(where("_id").is(post.id()));
        transaction
                .transactional(mongo.insert(post, PostStore.POSTS).then(reads.one(PostStore.POSTS, Post.class, query)))
                .doOnNext(inside -> assertThat(inside).isEqualTo(post))
                .blockOptional()
                .orElseThrow();
    }

    private <T> T read(String collection, Class<T> type, String id) {
        return reads.one(collection, type, Query.query(where("_id").is(id))).block();
    }

    private static DiscussionThread thread() {
        return DiscussionThread.start("thread000001", "group0000001", "Bedtimes", "post00000001", "amina", AT, "key1");
    }

    private static Post post(String id, Post parent) {
        return Post.write(id, "thread000001", "group0000001", parent, "amina", WORDS, AT, id);
    }
}
