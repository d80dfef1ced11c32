package hub.signin;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The collection {@code sign_in_keys}: the key that signs, kept so that what it signed stays valid over a restart. To change it, delete it and
 * start again.
 */
final class SigningKeyStore {
    private static final String KEYS = "sign_in_keys";
    private static final String CURRENT = "current";

    private final MongoCollection<Document> keys;
    private final Clock clock;

    SigningKeyStore(MongoTemplate mongo, Clock clock) {
        this.keys = mongo.getCollection(KEYS);
        this.clock = clock;
    }

    /** The key of this database, made at the first start. Of two that start at once, one keeps its key and both use it. */
    RSAKey current() {
        Document kept = read();
        return parse(kept == null ? keep(generate()) : kept);
    }

    private @Nullable Document read() {
        return keys.find(Filters.eq(CURRENT)).first();
    }

    private Document keep(RSAKey key) {
        Document made = new Document("_id", CURRENT)
                .append("jwk", key.toJSONString())
                .append("createdAt", Date.from(clock.instant()));
        try {
            keys.insertOne(made);
            return made;
        } catch (MongoWriteException refused) {
            Document others = read();
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY || others == null) {
                throw refused;
            }
            return others;
        }
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RSAKey parse(Document kept) {
        try {
            return RSAKey.parse(kept.getString("jwk"));
        } catch (ParseException broken) {
            throw new IllegalStateException("The signing key in " + KEYS + " is broken", broken);
        }
    }
}
