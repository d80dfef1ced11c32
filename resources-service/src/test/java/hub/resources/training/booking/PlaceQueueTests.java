package hub.resources.training.booking;

import static org.assertj.core.api.Assertions.assertThat;

import hub.resources.training.booking.Booking.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceQueueTests {
    private static final Instant STARTS = Instant.parse("2026-12-02T10:00:00Z");
    private static final Instant EARLY = STARTS.minus(Duration.ofDays(30));
    private static final Instant LATE = STARTS.minus(Duration.ofHours(10));

    @Test
    void whoeverComesFirstHasThePlaceAndTheRestWaitInTheirOrder() {
        PlaceQueue queue = queue(2);
        assertThat(queue.join(asks(1, "a")).state()).isEqualTo(State.BOOKED);
        assertThat(queue.join(asks(2, "b")).state()).isEqualTo(State.BOOKED);
        Booking third = queue.join(asks(3, "c"));
        Booking fourth = queue.join(asks(4, "d"));
        assertThat(third.state()).isEqualTo(State.WAITING);
        assertThat(queue.before(third)).isZero();
        assertThat(queue.before(fourth)).isEqualTo(1);
        assertThat(queue.taken()).isEqualTo(2);
        assertThat(queue.waiting()).isEqualTo(2);
    }

    @Test
    void aPlaceThatComesFreeGoesToTheFirstOnTheList() {
        PlaceQueue queue = queue(1);
        Booking first = queue.join(asks(1, "a"));
        queue.join(asks(2, "b"));
        queue.join(asks(3, "c"));
        queue.put(first.cancel());
        assertThat(queue.promote(EARLY))
                .extracting(Booking::id, Booking::state)
                .containsExactly(tuple("2", State.BOOKED));
        assertThat(queue.promote(EARLY)).isEmpty();
    }

    @Test
    void withinADayOfTheStartTheyAreAskedAndAfterItNobodyIsMovedUp() {
        PlaceQueue queue = queue(1);
        Booking first = queue.join(asks(1, "a"));
        queue.join(asks(2, "b"));
        queue.put(first.cancel());
        assertThat(queue.promote(STARTS)).isEmpty();
        Booking asked = queue.promote(LATE).getFirst();
        assertThat(asked.state()).isEqualTo(State.OFFERED);
        assertThat(asked.offeredUntil()).isEqualTo(LATE.plus(PlaceQueue.HELD_FOR));
        assertThat(queue.taken()).isEqualTo(1);
        assertThat(asked.accept(LATE.plusSeconds(60)).state()).isEqualTo(State.BOOKED);
    }

    @Test
    void anOfferEndsAtTheStartAtTheLatest() {
        PlaceQueue queue = queue(1);
        Booking first = queue.join(asks(1, "a"));
        queue.join(asks(2, "b"));
        queue.put(first.cancel());
        assertThat(queue.promote(STARTS.minusSeconds(600)).getFirst().offeredUntil())
                .isEqualTo(STARTS);
    }

    @Test
    void twoOfAHouseholdAreOnePlaceInTheQueueAndKeepItWhenOnePlaceIsTooFew() {
        PlaceQueue queue = queue(2);
        Booking first = queue.join(asks(1, "a"));
        Booking second = queue.join(asks(2, "b"));
        queue.join(asks(3, "c", "d"));
        queue.join(asks(4, "e"));
        queue.put(first.cancel());
        assertThat(queue.promote(EARLY)).extracting(Booking::id).containsExactly("4");
        queue.put(second.cancel());
        assertThat(queue.promote(EARLY)).isEmpty();
        queue.put(queue.standing().stream()
                .filter(booking -> booking.id().equals("4"))
                .findFirst()
                .orElseThrow()
                .cancel());
        assertThat(queue.promote(EARLY)).extracting(Booking::id).containsExactly("3");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whateverHappensNoMoreHaveAPlaceThanThereAreAndNobodyIsPassedByWhoFits(long seed) {
        Random random = new Random(seed);
        Simulation simulation = new Simulation(random);
        for (int step = 0; step < 600; step++) {
            simulation.step(step);
            simulation.requireThatTheRulesHold(seed + ":" + step);
        }
    }

    /** Any sequence of booking, cancelling, more or fewer places, offers taken and run out, while time goes on towards the start. */
    private static final class Simulation {
        private final Random random;
        private final Set<String> everPromoted = new HashSet<>();
        private List<Booking> stored = new ArrayList<>();
        private int capacity = 5;
        private Instant now = EARLY;

        Simulation(Random random) {
            this.random = random;
        }

        void step(int number) {
            now = now.plus(Duration.ofMinutes(random.nextInt(150)));
            PlaceQueue queue = new PlaceQueue(capacity, STARTS, stored);
            switch (random.nextInt(6)) {
                case 0, 1 -> join(queue, number);
                case 2 -> any(queue, State.values()).ifPresent(booking -> queue.put(booking.cancel()));
                case 3 -> capacity = Math.max(queue.taken(), 1 + random.nextInt(9));
                case 4 ->
                    any(queue, State.OFFERED)
                            .filter(booking -> now.isBefore(until(booking)))
                            .ifPresent(booking -> queue.put(booking.accept(now)));
                default ->
                    any(queue, State.values())
                            .filter(booking -> booking.size() > 1)
                            .ifPresent(booking ->
                                    queue.put(booking.without(booking.accounts().getFirst())));
            }
            PlaceQueue settled = new PlaceQueue(capacity, STARTS, queue.standing());
            settled.standing().stream()
                    .filter(booking -> booking.state() == State.OFFERED && !now.isBefore(until(booking)))
                    .forEach(booking -> settled.put(booking.lapse()));
            List<Booking> moved = settled.promote(now);
            moved.forEach(booking -> assertThat(everPromoted.add(booking.id()))
                    .as("promoted twice")
                    .isTrue());
            assertThat(moved).isSortedAccordingTo(java.util.Comparator.comparingLong(Booking::number));
            assertThat(moved.isEmpty() || now.isBefore(STARTS)).isTrue();
            boolean asks = !now.isBefore(STARTS.minus(PlaceQueue.ASKED_WITHIN));
            assertThat(moved).allMatch(booking -> (booking.state() == State.OFFERED) == asks);
            stored = new ArrayList<>(settled.standing());
        }

        private void join(PlaceQueue queue, int number) {
            String[] people = IntStream.rangeClosed(0, random.nextInt(3) == 0 ? 1 : 0)
                    .mapToObj(one -> number + "-" + one)
                    .toArray(String[]::new);
            queue.join(asks(number, people));
        }

        private static Instant until(Booking booking) {
            return java.util.Objects.requireNonNull(booking.offeredUntil());
        }

        private java.util.Optional<Booking> any(PlaceQueue queue, State... states) {
            List<Booking> such = queue.standing().stream()
                    .filter(booking -> List.of(states).contains(booking.state()))
                    .toList();
            return such.isEmpty()
                    ? java.util.Optional.empty()
                    : java.util.Optional.of(such.get(random.nextInt(such.size())));
        }

        void requireThatTheRulesHold(String as) {
            PlaceQueue queue = new PlaceQueue(capacity, STARTS, stored);
            assertThat(queue.taken()).as(as).isLessThanOrEqualTo(capacity);
            int free = capacity - queue.taken();
            if (now.isBefore(STARTS)) {
                assertThat(queue.standing())
                        .as(as)
                        .noneMatch(booking -> booking.state() == State.WAITING && booking.size() <= free);
            }
            assertThat(queue.standing().stream().flatMap(booking -> booking.accounts().stream()))
                    .as(as)
                    .doesNotHaveDuplicates();
        }
    }

    private static org.assertj.core.groups.Tuple tuple(Object... parts) {
        return org.assertj.core.groups.Tuple.tuple(parts);
    }

    private static PlaceQueue queue(int capacity) {
        return new PlaceQueue(capacity, STARTS, List.of());
    }

    private static Booking asks(long number, String... people) {
        return new Booking(
                Long.toString(number),
                "session",
                "course",
                List.of(people),
                State.WAITING,
                number,
                EARLY,
                people[0],
                Long.toString(number),
                "",
                STARTS,
                null,
                List.of());
    }
}
