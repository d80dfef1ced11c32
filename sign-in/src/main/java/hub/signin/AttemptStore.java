package hub.signin;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import hub.platform.identity.EmailAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The collection {@code sign_in_attempts}: how often a name, an address, and the name from that address's network were tried in a quarter of an
 * hour, which begins with the first attempt. Names and addresses are kept as digests, as people type passwords into the wrong field.
 */
final class AttemptStore {
    static final Duration WINDOW = Duration.ofMinutes(15);
    private static final String ATTEMPTS = "sign_in_attempts";

    private final MongoCollection<Document> attempts;
    private final Clock clock;

    AttemptStore(MongoTemplate mongo, Clock clock) {
        this.attempts = mongo.getCollection(ATTEMPTS);
        this.clock = clock;
        attempts.createIndex(Indexes.ascending("expireAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    /** @param number this attempt's place in the count, from 1 */
    record Count(int number, Instant lapsesAt) {}

    Count countName(String username) {
        return count(nameKey(username));
    }

    Count countAddress(String address) {
        return count(addressKey(address));
    }

    Count countNameFrom(String username, String address) {
        return count(pairKey(username, address));
    }

    /** Guesses at a password that is no more count no more, from wherever they came. */
    void forgetName(String username) {
        attempts.deleteOne(Filters.eq(nameKey(username)));
        attempts.deleteMany(Filters.regex("_id", "^" + pairsOf(username)));
    }

    /** The guesses of one network at a name, where somebody has just proved that it is theirs. */
    void forgetNameFrom(String username, String address) {
        attempts.deleteOne(Filters.eq(pairKey(username, address)));
    }

    /** An attempt that turned out right does not count against its name and its address. */
    void takeBack(String username, String address) {
        for (String key : List.of(nameKey(username), addressKey(address))) {
            attempts.updateOne(Filters.and(Filters.eq(key), Filters.gt("count", 0)), Updates.inc("count", -1));
        }
    }

    /** One atomic step. MongoDB deletes what has lapsed once a minute only, so a lapsed count begins again here. */
    private Count count(String key) {
        Date now = Date.from(clock.instant());
        Date lapse = Date.from(clock.instant().plus(WINDOW));
        Document open = new Document("$gt", List.of("$expireAt", now));
        Document next = new Document(
                "$set",
                new Document("count", whether(open, new Document("$add", List.of("$count", 1)), 1))
                        .append("expireAt", whether(open, "$expireAt", lapse)));
        Document counted = Objects.requireNonNull(attempts.findOneAndUpdate(
                Filters.eq(key),
                List.of(next),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        return new Count(
                counted.getInteger("count"), counted.getDate("expireAt").toInstant());
    }

    private static Document whether(Document condition, Object then, Object otherwise) {
        return new Document("$cond", List.of(condition, then, otherwise));
    }

    private static String nameKey(String username) {
        return "name:" + Secrets.sha256(EmailAddress.spelling(username));
    }

    private static String pairKey(String username, String address) {
        return pairsOf(username) + Secrets.sha256(network(address));
    }

    private static String pairsOf(String username) {
        return "name-from:" + Secrets.sha256(EmailAddress.spelling(username)) + ":";
    }

    private static String addressKey(String address) {
        return "address:" + Secrets.sha256(network(address));
    }

    /** A household has one address of the old kind, but 2^64 of the new. */
    private static String network(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address.replaceFirst("%.*", ""));
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8))
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException noLiteral) {
            return address;
        }
    }
}
