package hub.platform.calendar;

import hub.platform.time.Times;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes iCalendar (RFC 5545). Times stand as the wall has them, with their zone: Europe/London, which is described in the file; a time in another zone is written in
 * UTC. The same entries make the same bytes.
 */
public final class CalendarFile {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** How often a calendar may ask again. */
    private static final String OFTEN = "PT4H";

    private CalendarFile() {}

    /**
     * A calendar that is asked for again and again.
     *
     * @param name as calendars show it
     * @param origin of the hub, such as {@code https://hearth.example.org}, for the addresses of pages
     */
    public static byte[] calendar(String name, String origin, List<CalendarEntry> entries) {
        ContentLines lines = begin();
        lines.addText("NAME", name)
                .addText("X-WR-CALNAME", name)
                .add("REFRESH-INTERVAL;VALUE=DURATION", OFTEN)
                .add("X-PUBLISHED-TTL", OFTEN);
        return end(lines, origin, entries);
    }

    /** One date, to be put into a calendar. */
    public static byte[] single(String origin, CalendarEntry entry) {
        return end(begin(), origin, List.of(entry));
    }

    private static ContentLines begin() {
        return new ContentLines()
                .add("BEGIN", "VCALENDAR")
                .add("VERSION", "2.0")
                .add("PRODID", "-//Hearth//Hearth//EN")
                .add("CALSCALE", "GREGORIAN")
                .add("METHOD", "PUBLISH");
    }

    private static byte[] end(ContentLines lines, String origin, List<CalendarEntry> entries) {
        london(lines);
        entries.forEach(entry -> event(lines, origin, entry));
        return lines.add("END", "VCALENDAR").bytes();
    }

    /** As the United Kingdom has had it since 1996. */
    private static void london(ContentLines lines) {
        lines.add("BEGIN", "VTIMEZONE")
                .add("TZID", Times.LONDON.getId())
                .add("BEGIN", "DAYLIGHT")
                .add("DTSTART", "19960331T010000")
                .add("RRULE", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")
                .add("TZOFFSETFROM", "+0000")
                .add("TZOFFSETTO", "+0100")
                .add("TZNAME", "BST")
                .add("END", "DAYLIGHT")
                .add("BEGIN", "STANDARD")
                .add("DTSTART", "19961027T020000")
                .add("RRULE", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")
                .add("TZOFFSETFROM", "+0100")
                .add("TZOFFSETTO", "+0000")
                .add("TZNAME", "GMT")
                .add("END", "STANDARD")
                .add("END", "VTIMEZONE");
    }

    private static void event(ContentLines lines, String origin, CalendarEntry entry) {
        lines.add("BEGIN", "VEVENT")
                .addText("UID", entry.uid())
                .add("SEQUENCE", Integer.toString(entry.sequence()))
                .add("DTSTAMP", utc(entry.changed()))
                .add("LAST-MODIFIED", utc(entry.changed()));
        time(lines, "DTSTART", entry.starts());
        time(lines, "DTEND", entry.ends());
        lines.addText("SUMMARY", entry.title())
                .addText("DESCRIPTION", entry.description())
                .addText("LOCATION", entry.place());
        if (!entry.path().isEmpty()) {
            lines.add("URL", origin + entry.path());
        }
        lines.add("STATUS", entry.cancelled() ? "CANCELLED" : "CONFIRMED").add("END", "VEVENT");
    }

    private static void time(ContentLines lines, String name, WallTime time) {
        if (time.zone().equals(Times.LONDON)) {
            lines.add(name + ";TZID=" + Times.LONDON.getId(), LOCAL.format(time.local()));
        } else {
            lines.add(name, utc(time.instant()));
        }
    }

    private static String utc(Instant instant) {
        return UTC.format(instant);
    }
}
