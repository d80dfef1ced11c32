package hub.bench;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.bson.Document;
import org.bson.types.ObjectId;

/** Documents of a post's size into the same mongod, one by one, each acknowledged by the majority: as fast as a reply can be stored. */
final class RawInserts {
    private RawInserts() {}

    /** @return inserts a second */
    static double rate(String uri, int connections, Duration duration, String text) throws InterruptedException {
        try (MongoClient client = MongoClients.create(uri);
                ExecutorService workers = Executors.newFixedThreadPool(connections)) {
            MongoCollection<Document> collection =
                    client.getDatabase("bench_raw").getCollection("posts").withWriteConcern(WriteConcern.MAJORITY);
            collection.drop();
            LongAdder done = new LongAdder();
            long began = System.nanoTime();
            long end = began + duration.toNanos();
            for (int worker = 0; worker < connections; worker++) {
                workers.execute(() -> {
                    while (System.nanoTime() < end) {
                        collection.insertOne(new Document("_id", new ObjectId().toHexString())
                                .append("markdown", text)
                                .append("html", "<p>" + text + "</p>"));
                        done.increment();
                    }
                });
            }
            workers.shutdown();
            workers.awaitTermination(duration.toSeconds() + 30, TimeUnit.SECONDS);
            double seconds = (System.nanoTime() - began) / 1e9;
            client.getDatabase("bench_raw").drop();
            return done.sum() / seconds;
        }
    }
}
