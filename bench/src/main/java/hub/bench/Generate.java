package hub.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Fills a demo hub with conversations as the forum writes them: threads of {@value #POSTS_A_THREAD} posts on the hub's open boards, by some hundreds of
 * carers. The same seed gives the same posts. Written in bulk, so a million takes minutes, not hours.
 */
final class Generate {
    static final int POSTS_A_THREAD = 20;

    private static final int CARERS = 300;
    private static final int BATCH = 2_000;
    private static final Instant LATEST = Instant.parse("2026-11-01T21:00:00Z");
    private static final String[] WORDS =
            ("the she he we they had was with for and but not that this when then school contact visit bedtime tea morning night "
                            + "settled slept cried laughed asked told waited week day again better harder slow easier room garden bus coat "
                            + "shoes letter worker meeting review course hub carer sleepover constellation sibling calm quiet loud tired kind")
                    .split(" ");

    private final MongoDatabase database;
    private final Random random;
    private final int posts;

    private Generate(MongoDatabase database, int posts, long seed) {
        this.database = database;
        this.random = new Random(seed);
        this.posts = posts;
    }

    /** @return paths of the threads; the database keeps them, so that a second call only reads them */
    static List<String> threads(String uri, int posts, long seed) {
        try (MongoClient client = MongoClients.create(uri)) {
            MongoDatabase database = client.getDatabase("hearth");
            Document done = database.getCollection("bench")
                    .find(new Document("_id", "posts-" + posts + "-" + seed))
                    .first();
            if (done == null) {
                new Generate(database, posts, seed).run();
                database.getCollection("bench").insertOne(new Document("_id", "posts-" + posts + "-" + seed));
            }
            withoutReplies(database);
            // What was just written goes to the disk before anything is measured.
            client.getDatabase("admin").runCommand(new Document("fsync", 1));
            List<String> paths = new ArrayList<>();
            for (int number = 0; number < posts / POSTS_A_THREAD; number++) {
                paths.add("/threads/" + id("t", number) + "/bench-" + number);
            }
            return paths;
        }
    }

    /** Those of earlier runs, which are younger than all that is written here: a set of so many posts has so many. */
    private static void withoutReplies(MongoDatabase database) {
        Date after = Date.from(LATEST.plus(1, ChronoUnit.DAYS));
        Bson answered = Filters.and(Filters.regex("_id", "^bencht"), Filters.gt("postCount", POSTS_A_THREAD));
        List<String> threads = database.getCollection("threads")
                .find(answered)
                .projection(new Document("_id", 1))
                .map(thread -> thread.getString("_id"))
                .into(new ArrayList<>());
        database.getCollection("posts")
                .deleteMany(Filters.and(
                        Filters.in("thread", threads), Filters.eq("live", true), Filters.gt("createdAt", after)));
        database.getCollection("threads").updateMany(answered, Updates.set("postCount", POSTS_A_THREAD));
    }

    private void run() {
        carers();
        List<String> boards = database.getCollection("groups")
                .find(new Document("privacy", "OPEN"))
                .map(group -> group.getString("_id"))
                .into(new ArrayList<>());
        List<Document> threads = new ArrayList<>();
        List<Document> batch = new ArrayList<>();
        for (int number = 0; number < posts / POSTS_A_THREAD; number++) {
            thread(number, boards.get(number % boards.size()), threads, batch);
            if (batch.size() >= BATCH) {
                write(threads, batch);
            }
        }
        write(threads, batch);
    }

    private void write(List<Document> threads, List<Document> batch) {
        insert(database.getCollection("threads"), threads);
        insert(database.getCollection("posts"), batch);
    }

    private static void insert(MongoCollection<Document> collection, List<Document> documents) {
        if (!documents.isEmpty()) {
            collection.insertMany(documents, new InsertManyOptions().ordered(false));
            documents.clear();
        }
    }

    private void carers() {
        List<Document> people = new ArrayList<>();
        for (int number = 0; number < CARERS; number++) {
            people.add(new Document("_id", id("c", number))
                    .append("identity", "bench|" + number)
                    .append("name", "Carer Number" + number)
                    .append("household", id("c", number))
                    .append("line", number % 3 == 0 ? "Kinship carer" : "Foster carer")
                    .append("approval", "APPROVED")
                    .append("roles", List.of("CARER"))
                    .append("createdAt", Date.from(LATEST)));
        }
        insert(database.getCollection("accounts"), people);
    }

    private void thread(int number, String group, List<Document> threads, List<Document> into) {
        String thread = id("t", number);
        Instant began = LATEST.minusSeconds(600L * random.nextInt(100_000));
        String lastAuthor = "";
        List<String> paths = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int place = 0; place < POSTS_A_THREAD; place++) {
            lastAuthor = id("c", random.nextInt(CARERS));
            int parent = place < 2 || random.nextInt(3) == 0 ? -1 : random.nextInt(place);
            String path = (parent < 0 ? "" : paths.get(parent)) + place(began.plusSeconds(60L * place));
            String post = id("p", number * POSTS_A_THREAD + place);
            paths.add(path);
            ids.add(post);
            into.add(post(post, thread, group, parent < 0 ? null : ids.get(parent), path, lastAuthor, began, place));
        }
        Instant last = began.plusSeconds(60L * POSTS_A_THREAD);
        threads.add(new Document("_id", thread)
                .append("group", group)
                .append("title", "Bench " + number)
                .append("slug", "bench-" + number)
                .append("author", id("c", number % CARERS))
                .append("createdAt", Date.from(began))
                .append("state", "OPEN")
                .append("pinned", false)
                .append("postCount", POSTS_A_THREAD)
                .append(
                        "lastPost",
                        new Document("at", Date.from(last))
                                .append("post", ids.getLast())
                                .append("author", lastAuthor))
                .append("recency", "%013d:%s".formatted(last.toEpochMilli(), thread))
                .append("formKey", thread));
    }

    private Document post(
            String id,
            String thread,
            String group,
            @org.jspecify.annotations.Nullable String parent,
            String path,
            String author,
            Instant began,
            int place) {
        String text = text();
        return new Document("_id", id)
                .append("thread", thread)
                .append("group", group)
                .append("parent", parent)
                .append("path", path)
                .append("author", author)
                .append("markdown", text)
                .append("html", "<p>" + text.replace("\n\n", "</p>\n<p>") + "</p>\n")
                .append("rendererVersion", 1)
                .append("createdAt", Date.from(began.plusSeconds(60L * place)))
                .append("state", "PUBLISHED")
                .append("live", true)
                .append("revision", 0)
                .append("formKey", id);
    }

    /** As the forum writes it: the moment in nine letters, and three of the id. */
    private static String place(Instant at) {
        return Long.toString((1L << 45) + at.toEpochMilli(), 32).substring(1) + "ben";
    }

    /** Two or three paragraphs, 60 to 140 words: what a page of such posts weighs comes near a real one. */
    private String text() {
        StringBuilder text = new StringBuilder();
        int words = 60 + random.nextInt(80);
        for (int word = 0; word < words; word++) {
            text.append(word == 0 ? "" : word % 45 == 0 ? ".\n\n" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.append('.').toString();
    }

    /** As long and with the same letters as the forum's ids. */
    private static String id(String kind, int number) {
        return "bench" + kind + "%014d".formatted(number);
    }
}
