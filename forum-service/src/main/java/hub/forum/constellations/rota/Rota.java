package hub.forum.constellations.rota;

import hub.platform.refusals.Rejected;
import hub.platform.time.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is on call in one constellation: a pattern, and what differs from it.
 *
 * @param id of the group
 * @param changes shifts that were taken, given back or added, each in the place of the pattern's shift of the same key
 * @param swaps that wait for an answer
 * @param version one more with each change; 0 before the first
 */
public record Rota(
        String id,
        List<OnCallPerson> people,
        List<Turn> pattern,
        List<Shift> changes,
        List<Swap> swaps,
        CoverHours hours,
        int version) {
    static final int MOST_PEOPLE = 20;
    static final int MOST_TURNS = 60;
    static final int MOST_CHANGES = 1_000;
    private static final int MOST_SWAPS = 50;

    /** What was changed so long ago is of no use any more. */
    private static final Duration KEPT = Duration.ofDays(400);

    /** How long somebody may be on call without a break, in days. */
    public static final int LONGEST_SHIFT_DAYS = 14;

    /** Whatever reaches into a day began so many days before it or later. */
    public static final int REACHES_DAYS = LONGEST_SHIFT_DAYS + 1;

    public Rota {
        people = List.copyOf(people);
        pattern = List.copyOf(pattern);
        changes = List.copyOf(changes);
        swaps = List.copyOf(swaps);
    }

    public static Rota empty(String group) {
        return new Rota(group, List.of(), List.of(), List.of(), List.of(), CoverHours.USUAL, 0);
    }

    /** Whether there is anything to be shown of it: a constellation that has not begun to keep one is told so. */
    public boolean begun() {
        return version > 0;
    }

    public Optional<OnCallPerson> person(@Nullable String account) {
        return people.stream().filter(one -> one.account().equals(account)).findFirst();
    }

    public boolean has(@Nullable String account) {
        return person(account).isPresent();
    }

    /** Shifts, open ones too, that begin on these days, the last one included, in the order of time. Those of people who have left are open. */
    public List<Shift> shifts(LocalDate first, LocalDate last) {
        return FindShifts.between(this, first, last);
    }

    /** @param until after {@code from} */
    public Timeline timeline(Instant from, Instant until) {
        LocalDate first = LocalDate.ofInstant(from, Times.LONDON).minusDays(REACHES_DAYS);
        return new Timeline(shifts(first, LocalDate.ofInstant(until, Times.LONDON)), from, until);
    }

    /** The shift of that key; empty if there is none. */
    public Optional<Shift> shift(String key) {
        return FindShifts.byKey(this, key);
    }

    /** @throws Rejected if it is over or is none */
    Shift ahead(String key, Instant now) {
        return shift(key)
                .filter(shift -> shift.ends().isAfter(now))
                .orElseThrow(() -> new Rejected(RotaRefusal.SHIFT_GONE));
    }

    /**
     * Somebody has an open shift. Taking what one has already changes nothing.
     *
     * @throws Rejected if it is over, somebody else has it, or they are not on the rota
     */
    public Rota take(String key, String account, Instant now) {
        Shift shift = ahead(key, now);
        requirePerson(account);
        if (shift.isOf(account)) {
            return this;
        }
        if (!shift.open()) {
            throw new Rejected(RotaRefusal.TAKEN);
        }
        return changed(List.of(shift.by(account)), now);
    }

    /** An open or held shift goes to somebody, or to nobody: what a liaison worker does for those who cannot. @throws Rejected as in {@link #take} */
    public Rota assign(String key, @Nullable String account, Instant now) {
        Shift shift = ahead(key, now);
        if (account != null) {
            requirePerson(account);
        }
        return changed(List.of(shift.by(account)), now);
    }

    /** Nobody has it from now on. @throws Rejected if it is over, or not theirs */
    public Rota giveBack(String key, String account, Instant now) {
        Shift shift = ahead(key, now);
        if (shift.open()) {
            return this;
        }
        requireHolder(shift, account);
        return changed(List.of(shift.by(null)), now);
    }

    /** All shifts of somebody that begin on these days are given back, the last day included. */
    public Rota away(String account, LocalDate first, LocalDate last, Instant now) {
        return changed(
                shifts(first, last).stream()
                        .filter(shift -> shift.isOf(account) && shift.ends().isAfter(now))
                        .map(shift -> shift.by(null))
                        .toList(),
                now);
    }

    /** One more shift beside the pattern. @throws Rejected if it would be over, or they are not on the rota */
    public Rota add(Shift extra, Instant now) {
        requirePerson(extra.account());
        if (!extra.ends().isAfter(now)) {
            throw new Rejected(RotaRefusal.IN_THE_PAST);
        }
        return shift(extra.key()).isPresent() ? this : changed(List.of(extra), now);
    }

    /** @throws Rejected if one of the shifts is not theirs, is over or has begun */
    public Rota offer(Swap swap, Instant now) {
        requireHolder(notBegun(swap.mine(), now), swap.by());
        requireHolder(notBegun(swap.theirs(), now), swap.to());
        if (swaps.stream()
                .anyMatch(one -> one.mine().equals(swap.mine()) && one.theirs().equals(swap.theirs()))) {
            return this;
        }
        if (swaps.size() >= MOST_SWAPS) {
            throw new Rejected(RotaRefusal.TOO_MANY);
        }
        return with(people, pattern, changes, Lists.plus(swaps, swap));
    }

    /**
     * Each has the other's shift.
     *
     * @throws Rejected if it is not offered to them any more, or one of the shifts is not what it was
     */
    public Rota accept(String id, String account, Instant now) {
        Swap swap = swap(id);
        if (!swap.to().equals(account)) {
            throw new Rejected(RotaRefusal.NOT_YOURS);
        }
        Shift mine = notBegun(swap.mine(), now);
        Shift theirs = notBegun(swap.theirs(), now);
        requireHolder(mine, swap.by());
        requireHolder(theirs, swap.to());
        return changed(List.of(mine.by(swap.to()), theirs.by(swap.by())), now);
    }

    /** Said no to, or taken back, by one of the two. @throws Rejected if it is somebody else's */
    public Rota drop(String id, String account) {
        if (swaps.stream()
                .anyMatch(swap -> swap.id().equals(id) && !account.equals(swap.to()) && !account.equals(swap.by()))) {
            throw new Rejected(RotaRefusal.NOT_YOURS);
        }
        return with(
                people, pattern, changes, Lists.without(swaps, swap -> swap.id().equals(id)));
    }

    public Swap swap(String id) {
        return swaps.stream()
                .filter(swap -> swap.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Rejected(RotaRefusal.SWAP_GONE));
    }

    /** In the place of what was known of that person before. */
    public Rota with(OnCallPerson person) {
        List<OnCallPerson> others = Lists.without(people, one -> one.account().equals(person.account()));
        if (others.size() >= MOST_PEOPLE) {
            throw new Rejected(RotaRefusal.TOO_MANY);
        }
        return with(Lists.plus(others, person), pattern, changes, swaps);
    }

    /** Somebody is on call no more: their turns end, what they would have done is open, what they offered is off. */
    public Rota without(String account, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Times.LONDON);
        List<Turn> ended = pattern.stream()
                .map(turn -> turn.account().equals(account) ? turn.endedOn(today) : turn)
                .toList();
        return new Rota(
                        id,
                        Lists.without(people, one -> one.account().equals(account)),
                        ended,
                        changes,
                        swaps,
                        hours,
                        version)
                .withoutStaleSwaps();
    }

    public Rota with(Turn turn) {
        requirePerson(turn.account());
        if (pattern.stream().anyMatch(one -> one.id().equals(turn.id()))) {
            return this;
        }
        if (pattern.size() >= MOST_TURNS) {
            throw new Rejected(RotaRefusal.TOO_MANY);
        }
        return with(people, Lists.plus(pattern, turn), changes, swaps);
    }

    /** No shift of it begins after that day. What somebody took of it stays theirs; what was given back is no shift any more. */
    public Rota endTurn(String turn, LocalDate last) {
        List<Turn> ended = pattern.stream()
                .map(one -> one.id().equals(turn) ? one.endedOn(last) : one)
                .toList();
        List<Shift> kept = Lists.without(
                changes,
                shift -> shift.open()
                        && shift.key().startsWith(turn + ":")
                        && shift.from().toLocalDate().isAfter(last));
        return new Rota(id, people, ended, kept, swaps, hours, version).withoutStaleSwaps();
    }

    public Rota with(CoverHours other) {
        return new Rota(id, people, pattern, changes, swaps, other, version);
    }

    Rota nextVersion() {
        return new Rota(id, people, pattern, changes, swaps, hours, version + 1);
    }

    private Rota changed(List<Shift> some, Instant now) {
        Map<String, Shift> all = new HashMap<>();
        changes.stream()
                .filter(shift -> shift.ends().isAfter(now.minus(KEPT)))
                .forEach(shift -> all.put(shift.key(), shift));
        some.forEach(shift -> all.put(shift.key(), shift));
        if (all.size() > MOST_CHANGES) {
            throw new Rejected(RotaRefusal.TOO_MANY);
        }
        List<Shift> sorted = all.values().stream()
                .sorted((one, other) -> one.key().compareTo(other.key()))
                .toList();
        return with(people, pattern, sorted, swaps).withoutStaleSwaps();
    }

    /** A swap of what somebody does not have any more is none. */
    private Rota withoutStaleSwaps() {
        Set<Swap> stale = new HashSet<>();
        for (Swap swap : swaps) {
            boolean holds =
                    shift(swap.mine()).filter(shift -> shift.isOf(swap.by())).isPresent()
                            && shift(swap.theirs())
                                    .filter(shift -> shift.isOf(swap.to()))
                                    .isPresent();
            if (!holds) {
                stale.add(swap);
            }
        }
        return with(people, pattern, changes, Lists.without(swaps, stale::contains));
    }

    private Rota with(List<OnCallPerson> who, List<Turn> turns, List<Shift> shifts, List<Swap> offered) {
        return new Rota(id, who, turns, shifts, offered, hours, version);
    }

    private Shift notBegun(String key, Instant now) {
        Shift shift = ahead(key, now);
        if (!shift.starts().isAfter(now)) {
            throw new Rejected(RotaRefusal.SHIFT_GONE);
        }
        return shift;
    }

    private void requirePerson(@Nullable String account) {
        if (!has(account)) {
            throw new Rejected(RotaRefusal.NOT_ON_THE_ROTA);
        }
    }

    private static void requireHolder(Shift shift, String account) {
        if (!shift.isOf(account)) {
            throw new Rejected(RotaRefusal.NOT_YOURS);
        }
    }
}
