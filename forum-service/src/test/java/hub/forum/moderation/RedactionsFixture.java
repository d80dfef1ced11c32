package hub.forum.moderation;

import hub.platform.mongo.Ids;
import hub.testkit.MatrixFixture;
import hub.testkit.TestFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Words that were taken out of a post. */
@TestFixture
final class RedactionsFixture implements MatrixFixture {
    private final RedactionStore store;

    RedactionsFixture(RedactionStore store) {
        this.store = store;
    }

    @Override
    public Set<String> variables() {
        return Set.of("redaction");
    }

    @Override
    public Map<String, String> make(Place place) {
        String id = Ids.next();
        store.put(new Redaction(
                        id,
                        "nosuchpost00",
                        "nosuchthread",
                        "mo",
                        "It names a child",
                        Instant.now(),
                        Map.of("posts", 2),
                        true))
                .block(Duration.ofSeconds(10));
        return Map.of("redaction", id);
    }
}
