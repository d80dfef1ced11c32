package hub.resources.training.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who has a place in a session and who waits for one. Places that come free go to those who wait, in their order; whoever does not fit, as two do not into one place, keeps
 * theirs and is passed by. Until a day before the start they have the place at once; within the last day it is held for them and they are asked, as they may have
 * made other plans; after the start nobody is moved up.
 */
public final class PlaceQueue {
    /** Within so long before the start nobody gets a place without being asked. */
    public static final Duration ASKED_WITHIN = Duration.ofHours(24);

    /** So long a place is held for whoever is asked, at most until the start. */
    public static final Duration HELD_FOR = Duration.ofHours(4);

    private final int capacity;
    private final Instant starts;
    private final List<Booking> standing;

    /** @param bookings of the session; those that do not stand any more are passed over */
    public PlaceQueue(int capacity, Instant starts, List<Booking> bookings) {
        this.capacity = capacity;
        this.starts = starts;
        this.standing = new ArrayList<>(bookings.stream()
                .filter(booking -> booking.state().stands())
                .sorted(Comparator.comparingLong(Booking::number).thenComparing(Booking::id))
                .toList());
    }

    /** Places that are booked or held for somebody. */
    public int taken() {
        return standing.stream()
                .filter(Booking::holdsPlaces)
                .mapToInt(Booking::size)
                .sum();
    }

    /** People who wait. */
    public int waiting() {
        return standing.stream()
                .filter(booking -> booking.state() == Booking.State.WAITING)
                .mapToInt(Booking::size)
                .sum();
    }

    /** Those that stand, in their order. */
    public List<Booking> standing() {
        return List.copyOf(standing);
    }

    /** How many wait before this one; 0 for whoever is next. */
    public int before(Booking booking) {
        return (int) standing.stream()
                .filter(other -> other.state() == Booking.State.WAITING && other.number() < booking.number())
                .count();
    }

    /**
     * Somebody new, at the end of the queue. Nobody who waits could take a free place, else they would have it.
     *
     * @param fresh waiting
     * @return as it is now: booked if there is room, else waiting
     */
    public Booking join(Booking fresh) {
        Booking joined = fits(fresh) ? fresh.booked() : fresh;
        standing.add(joined);
        return joined;
    }

    /** Puts what became of one of them in its place. */
    public void put(Booking changed) {
        standing.removeIf(booking -> booking.id().equals(changed.id()));
        if (changed.state().stands()) {
            standing.add(changed);
            standing.sort(Comparator.comparingLong(Booking::number).thenComparing(Booking::id));
        }
    }

    /** Gives free places to those who wait. @return those who have one now, or are asked whether they want it */
    public List<Booking> promote(Instant now) {
        if (!now.isBefore(starts)) {
            return List.of();
        }
        boolean asked = !now.isBefore(starts.minus(ASKED_WITHIN));
        List<Booking> moved = new ArrayList<>();
        for (Booking booking : standing()) {
            if (booking.state() == Booking.State.WAITING && fits(booking)) {
                Booking next = asked ? booking.offered(earlier(now.plus(HELD_FOR), starts)) : booking.booked();
                put(next);
                moved.add(next);
            }
        }
        return moved;
    }

    private boolean fits(Booking booking) {
        return taken() + booking.size() <= capacity;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
