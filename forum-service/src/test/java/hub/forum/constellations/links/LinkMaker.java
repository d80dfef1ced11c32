package hub.forum.constellations.links;

import hub.platform.identity.Account;
import hub.platform.mongo.Ids;
import hub.testkit.TestFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Puts cultural links into the hub. */
@TestFixture
public class LinkMaker {
    private static final Duration SHORT = Duration.ofSeconds(10);

    private final LinkStore store;

    LinkMaker(LinkStore store) {
        this.store = store;
    }

    /** Something that somebody seeks, and for which another is proposed with what they offer. It holds nobody back from asking for more. */
    public LinkRequest proposed(String group, Account asks, String words, Account other, String offered) {
        Instant now = Instant.now();
        String id = Ids.next();
        LinkOffer offer = LinkOffer.none(group, Ids.next(), other.id())
                .describe(Map.of(Matter.FOOD, offered), Set.of(Matter.FOOD), now)
                .take(id);
        store.put(offer).block(SHORT);
        LinkRequest asked = new LinkRequest(
                id,
                group,
                Ids.next(),
                asks.id(),
                Set.of(Matter.FOOD),
                words,
                null,
                LinkRequest.State.PROPOSED,
                LinkRequest.Proposal.of(Ids.next(), offer),
                now,
                now,
                null,
                1);
        return Objects.requireNonNull(store.insert(asked).block(SHORT));
    }
}
