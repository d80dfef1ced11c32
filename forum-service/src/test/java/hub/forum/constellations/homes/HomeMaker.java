package hub.forum.constellations.homes;

import hub.testkit.TestFixture;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Puts hub homes into the hub. */
@TestFixture
public class HomeMaker {
    private static final Duration SHORT = Duration.ofSeconds(10);

    private final HubHomeStore store;

    HomeMaker(HubHomeStore store) {
        this.store = store;
    }

    public HubHome of(String group, UnaryOperator<HubHome> how) {
        HubHome before =
                store.toChange(group).defaultIfEmpty(HubHome.empty(group)).block(SHORT);
        HubHome after = how.apply(before).nextVersion();
        (before.version() == 0 ? store.insert(after) : store.replace(after, before.version())).block(SHORT);
        return after;
    }
}
