package hub.platform.memory;

import java.util.Map;
import java.util.function.Predicate;
import org.bson.BsonDocument;

/** Reads what a {@link Change} tells out of a document. */
final class Texts {
    private Texts() {}

    /** Puts those text fields of a document that are wanted. */
    static void of(BsonDocument document, Predicate<String> wanted, Map<String, String> into) {
        document.forEach((name, value) -> {
            if (value.isString() && wanted.test(name)) {
                into.put(name, value.asString().getValue());
            }
        });
    }
}
