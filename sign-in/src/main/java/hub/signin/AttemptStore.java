package hub.signin;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import hub.platform.identity.EmailAddress;
import hub.platform.requests.RateLimit;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The collection {@code sign_in_attempts}: how often passwords were tried, and when the next try is looked at. Names and addresses are kept as digests, as people type
 * passwords into the wrong field.
 */
final class AttemptStore {
    private static final String ATTEMPTS = "sign_in_attempts";
    private static final String COUNT = "$count";
    private static final String NOT_BEFORE = "$notBefore";

    private final MongoCollection<Document> attempts;
    private final Clock clock;

    AttemptStore(MongoTemplate mongo, Clock clock) {
        this.attempts = mongo.getCollection(ATTEMPTS);
        this.clock = clock;
        attempts.createIndex(Indexes.ascending("expireAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    /**
     * How tries are slowed down: after so many, each has to wait, twice as long as the one before.
     *
     * @param free how many need not wait
     * @param first the wait after those
     * @param longest the wait never becomes longer
     * @param forgotten so long after the last try all are forgotten
     */
    private record Rule(int free, Duration first, Duration longest, Duration forgotten) {}

    /** What tries are counted for. */
    record Counter(String id, Rule rule) {

        /** A name from a network: the tries of one person, or of one stranger. */
        static Counter ofNameFrom(String username, String address) {
            return new Counter(
                    pairsOf(username) + Secrets.sha256(RateLimit.network(address)),
                    new Rule(6, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofHours(1)));
        }

        /** A name from a browser that is known for it, whatever strangers did elsewhere. */
        static Counter ofDevice(String mark) {
            return new Counter(
                    "device:" + Secrets.sha256(mark),
                    new Rule(6, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofHours(1)));
        }

        /** A name from wherever: somebody new to this network waits a minute at most. */
        static Counter ofName(String username) {
            return new Counter(
                    nameKey(username),
                    new Rule(30, Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofHours(1)));
        }

        /** Letters to one name: so many an hour, and nobody learns of those that do not go. */
        static Counter ofLettersTo(String username) {
            return new Counter(
                    "letters:" + Secrets.sha256(EmailAddress.spelling(username)),
                    new Rule(3, Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1)));
        }

        /** Letters that one network asks for. */
        static Counter ofLettersFrom(String address) {
            return new Counter(
                    "letters-from:" + Secrets.sha256(RateLimit.network(address)),
                    new Rule(20, Duration.ofMinutes(1), Duration.ofMinutes(15), Duration.ofHours(1)));
        }

        /** All names from a network, in which many people may be. */
        static Counter ofAddress(String address) {
            return new Counter(
                    "address:" + Secrets.sha256(RateLimit.network(address)),
                    new Rule(40, Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(15)));
        }
    }

    /** Counts a try, if it is time for one; one that comes too early is not looked at and makes no wait longer. Zero if it is time, else how long to wait. */
    Duration next(Counter counter) {
        String turn = Secrets.token();
        Document counted = Objects.requireNonNull(attempts.findOneAndUpdate(
                Filters.eq(counter.id()),
                step(counter.rule(), turn),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        return turn.equals(counted.getString("turn"))
                ? Duration.ZERO
                : Duration.between(clock.instant(), counted.getDate("notBefore").toInstant());
    }

    /** One atomic step. MongoDB deletes what has lapsed once a minute only, so a lapsed count begins again here. */
    private List<Document> step(Rule rule, String turn) {
        Date now = Date.from(clock.instant());
        Document open = new Document("$gt", List.of("$expireAt", now));
        Document isTime = new Document(
                "$or",
                List.of(
                        new Document("$lt", List.of(COUNT, rule.free())),
                        new Document("$lte", List.of(NOT_BEFORE, now))));
        Document mine = new Document("$eq", List.of("$turn", turn));
        Document more = new Document("$subtract", List.of(COUNT, rule.free()));
        Document doubled = new Document(
                "$multiply",
                List.of(
                        rule.first().toMillis(),
                        new Document("$pow", List.of(2, new Document("$min", List.of(more, 20))))));
        Document wait = whether(
                new Document("$lt", List.of(COUNT, rule.free())),
                0,
                new Document("$min", List.of(doubled, rule.longest().toMillis())));
        return List.of(
                new Document(
                        "$set",
                        new Document("count", whether(open, COUNT, 0))
                                .append("notBefore", whether(open, NOT_BEFORE, now))),
                new Document("$set", new Document("turn", whether(isTime, turn, "$turn"))),
                new Document(
                        "$set", new Document("count", whether(mine, new Document("$add", List.of(COUNT, 1)), COUNT))),
                new Document(
                        "$set",
                        new Document("notBefore", whether(mine, new Document("$add", List.of(now, wait)), NOT_BEFORE))
                                .append(
                                        "expireAt",
                                        whether(
                                                mine,
                                                Date.from(clock.instant().plus(rule.forgotten())),
                                                "$expireAt"))));
    }

    private static Document whether(Document condition, Object then, Object otherwise) {
        return new Document("$cond", List.of(condition, then, otherwise));
    }

    /** A try that was not looked at, or that was right, is as if it had not been. */
    void takeBack(Counter counter) {
        attempts.updateOne(
                Filters.and(Filters.eq(counter.id()), Filters.gt("count", 0)),
                Updates.combine(Updates.inc("count", -1), Updates.set("notBefore", Date.from(clock.instant()))));
    }

    void forget(Counter counter) {
        attempts.deleteOne(Filters.eq(counter.id()));
    }

    /** Guesses at a password that is no more count no more, from wherever they came. */
    void forgetName(String username) {
        attempts.deleteOne(Filters.eq(nameKey(username)));
        attempts.deleteMany(Filters.regex("_id", "^" + pairsOf(username)));
    }

    private static String nameKey(String username) {
        return "name:" + Secrets.sha256(EmailAddress.spelling(username));
    }

    private static String pairsOf(String username) {
        return "name-from:" + Secrets.sha256(EmailAddress.spelling(username)) + ":";
    }
}
