package hub.platform.calendar;

import hub.platform.refusals.Rejected;
import hub.platform.time.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * What the clock on the wall says where people meet, to the minute. A meeting at 10am stays at 10am whatever becomes of the clocks; an instant is worked out when it is
 * asked for. A time that exists twice, when the clocks go back, is the first of the two.
 *
 * @param local the date and time, which exists in the zone
 */
public record WallTime(LocalDateTime local, ZoneId zone) {

    /** @throws Rejected {@link CalendarRefusal#NO_SUCH_TIME} if the clocks go forward over it */
    public WallTime {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        if (change != null && change.isGap()) {
            throw new Rejected(
                    CalendarRefusal.NO_SUCH_TIME,
                    Times.time(local.toLocalTime()),
                    Times.inFull(local.toLocalDate()),
                    Times.time(change.getDateTimeBefore().toLocalTime()));
        }
    }

    /**
     * In Europe/London.
     *
     * @throws Rejected {@link CalendarRefusal#NO_SUCH_TIME} if the clocks go forward over it
     */
    public static WallTime of(LocalDate date, LocalTime time) {
        return new WallTime(date.atTime(time), Times.LONDON);
    }

    /** What the clock says in Europe/London at an instant. The second of two equal ones comes back as the first. */
    public static WallTime at(Instant instant) {
        return new WallTime(LocalDateTime.ofInstant(instant, Times.LONDON), Times.LONDON);
    }

    /** The earlier one if there are two. */
    public Instant instant() {
        return local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    /** Whether the clocks go back over it, so that it comes twice that day. Then a page says that the first is meant: {@code calendar.twice}. */
    public boolean comesTwice() {
        return zone.getRules().getValidOffsets(local).size() > 1;
    }

    public LocalDate date() {
        return local.toLocalDate();
    }

    public LocalTime time() {
        return local.toLocalTime();
    }

    /** "Tuesday 3 June 2026, 3.30pm" */
    public String inFull() {
        return Times.inFull(date()) + ", " + Times.time(time());
    }
}
