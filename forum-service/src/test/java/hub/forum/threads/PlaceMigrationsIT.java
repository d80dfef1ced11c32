package hub.forum.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Migration;
import hub.testkit.HubIT;
import hub.testkit.QueryWatch;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Conversations from before places came from moments are read in the same order as before. */
@HubIT
class PlaceMigrationsIT {
    private static final Instant BEGAN = Instant.parse("2026-05-04T20:00:00Z");

    @Autowired
    ReactiveMongoTemplate mongo;

    @Autowired
    @Qualifier("placesByMoment")
    Migration migration;

    @BeforeEach
    void aConversationWithNumbers() {
        mongo.remove(Query.query(where("thread").is("oldthread001")), PostStore.POSTS)
                .block();
        mongo.remove(Query.query(where("_id").is("oldthread001")), ThreadStore.THREADS)
                .block();
        mongo.insert(new Document("_id", "oldthread001").append("author", "a").append("formKey", "k"), "threads")
                .block();
        old("opening00001", null, "000001", 0);
        old("second000001", null, "000002", 10);
        old("toopening001", "opening00001", "000001000003", 20);
        old("last00000001", null, "000005", 40);
        old("tosecond0001", "second000001", "000002000004", 30);
        old("deep00000001", "toopening001", "000001000003000006", 50);
    }

    private void old(String id, String parent, String path, long minutes) {
        mongo.insert(
                        new Document("_id", id)
                                .append("thread", "oldthread001")
                                .append("parent", parent)
                                .append("path", path)
                                .append("author", id)
                                .append("formKey", id)
                                .append("createdAt", Date.from(BEGAN.plusSeconds(60 * minutes))),
                        PostStore.POSTS)
                .block();
    }

    private List<Document> posts() {
        return mongo.find(
                        Query.query(where("thread").is("oldthread001"))
                                .with(Sort.by("path"))
                                .comment(QueryWatch.TEST),
                        Document.class,
                        PostStore.POSTS)
                .collectList()
                .block();
    }

    private List<String> order() {
        return posts().stream().map(post -> post.getString("_id")).toList();
    }

    @Test
    void theOrderOfReadingStays() {
        List<String> before = order();
        migration.step().run(mongo).block();
        assertThat(order()).isEqualTo(before);
        assertThat(posts().getFirst().getString("path")).isEqualTo(Post.path("", BEGAN, "opening00001"));
        assertThat(posts()).allMatch(post -> post.getString("path").length() % 12 == 0);
    }

    @Test
    void oneThatWasCutOffIsDoneToTheEnd() {
        List<String> before = order();
        migration.step().run(mongo).block();
        List<Document> done = posts();
        mongo.updateFirst(Query.query(where("_id").is("toopening001")), Update.update("path", "000001000003"), "posts")
                .block();
        migration.step().run(mongo).block();
        assertThat(posts()).isEqualTo(done);
        assertThat(order()).isEqualTo(before);
    }
}
