package hub.bench;

import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.bson.Document;
import org.bson.types.ObjectId;

/** What the driver alone can do in the same mongod, acknowledged by the majority: the references for replies. */
final class BareDriver {
    private static final String AUTHOR = "bench-bare-driver";

    private BareDriver() {}

    /**
     * The transaction of a reply, in the hub's own collections, to conversations drawn evenly.
     *
     * @return replies a second
     */
    static double replies(String uri, int connections, Duration duration, String text) throws InterruptedException {
        try (MongoClient client = MongoClients.create(uri)) {
            MongoDatabase hub = client.getDatabase("hearth");
            List<Document> threads = hub.getCollection("threads")
                    .find(Filters.regex("_id", "^bencht"))
                    .projection(new Document("group", 1))
                    .into(new ArrayList<>());
            return rate(connections, duration, () -> {
                Document thread = threads.get(ThreadLocalRandom.current().nextInt(threads.size()));
                try (ClientSession session = client.startSession()) {
                    session.withTransaction(() -> reply(session, hub, thread, text));
                }
            });
        }
    }

    private static String reply(ClientSession session, MongoDatabase hub, Document thread, String text) {
        String id = new ObjectId().toHexString();
        Date now = new Date();
        String threadId = thread.getString("_id");
        hub.getCollection("threads")
                .findOneAndUpdate(
                        session,
                        Filters.and(
                                Filters.eq("_id", threadId),
                                Filters.eq("group", thread.getString("group")),
                                Filters.eq("state", "OPEN")),
                        Updates.combine(
                                Updates.inc("postCount", 1),
                                Updates.max(
                                        "lastPost",
                                        new Document("at", now)
                                                .append("post", id)
                                                .append("author", AUTHOR)),
                                Updates.max("recency", "%013d:%s".formatted(now.getTime(), threadId))));
        hub.getCollection("posts")
                .insertOne(
                        session,
                        new Document("_id", id)
                                .append("thread", threadId)
                                .append("group", thread.getString("group"))
                                .append("path", id)
                                .append("author", AUTHOR)
                                .append("markdown", text)
                                .append("html", "<p>" + text + "</p>")
                                .append("rendererVersion", 1)
                                .append("createdAt", now)
                                .append("state", "PUBLISHED")
                                .append("live", true)
                                .append("revision", 0)
                                .append("formKey", id));
        return id;
    }

    /**
     * Documents of a post's size, one by one, into a collection of their own.
     *
     * @return inserts a second
     */
    static double inserts(String uri, int connections, Duration duration, String text) throws InterruptedException {
        try (MongoClient client = MongoClients.create(uri)) {
            MongoDatabase own = client.getDatabase("bench_raw");
            MongoCollection<Document> collection = own.getCollection("posts").withWriteConcern(WriteConcern.MAJORITY);
            collection.drop();
            double rate = rate(
                    connections,
                    duration,
                    () -> collection.insertOne(new Document("_id", new ObjectId().toHexString())
                            .append("markdown", text)
                            .append("html", "<p>" + text + "</p>")));
            own.drop();
            return rate;
        }
    }

    private static double rate(int connections, Duration duration, Runnable once) throws InterruptedException {
        try (ExecutorService workers = Executors.newFixedThreadPool(connections)) {
            LongAdder done = new LongAdder();
            long began = System.nanoTime();
            long end = began + duration.toNanos();
            for (int worker = 0; worker < connections; worker++) {
                workers.execute(() -> {
                    while (System.nanoTime() < end) {
                        once.run();
                        done.increment();
                    }
                });
            }
            workers.shutdown();
            workers.awaitTermination(duration.toSeconds() + 30, TimeUnit.SECONDS);
            return done.sum() / ((System.nanoTime() - began) / 1e9);
        }
    }
}
