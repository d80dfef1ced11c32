package hub.forum.constellations.rota;

import hub.platform.identity.Account;
import hub.testkit.TestFixture;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Puts rotas into the hub. */
@TestFixture
public class RotaMaker {
    private static final Duration SHORT = Duration.ofSeconds(10);

    private final RotaStore store;
    private final RotaSchedule schedule;

    RotaMaker(RotaStore store, RotaSchedule schedule) {
        this.store = store;
        this.schedule = schedule;
    }

    public Rota of(String group, UnaryOperator<Rota> how) {
        Rota before = store.toChange(group).defaultIfEmpty(Rota.empty(group)).block(SHORT);
        Rota after = how.apply(before).nextVersion();
        (before.begun() ? store.replace(after, before.version()) : store.insert(after)).block(SHORT);
        schedule.next(group).block(SHORT);
        return after;
    }

    /** On these days, the times of which wrap over midnight if the end is not later. */
    public static Turn turn(String id, Account who, String from, String until, DayOfWeek... days) {
        return new Turn(
                id,
                days.length == 0 ? Set.of(DayOfWeek.values()) : Set.of(days),
                LocalTime.parse(from),
                LocalTime.parse(until),
                who.id(),
                1,
                LocalDate.of(2026, 1, 1),
                null);
    }
}
