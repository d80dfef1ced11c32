package hub.platform.calendar;

import java.time.Instant;

/**
 * Something that takes place, as calendars are told of it. What stands in it leaves the hub, into whichever calendar a person uses: it says no more than its reader may
 * know, and of a hidden group neither name nor place.
 *
 * @param uid the same for as long as it is the same thing, and of nothing else: {@code training-0123456789ab@hearth}
 * @param sequence 0 at first, higher after each change that people should notice
 * @param changed when it was last changed
 * @param ends after the start
 * @param title a line
 * @param description lines; may be empty
 * @param place may be empty
 * @param path of its page; may be empty
 * @param cancelled it does not take place; it is told as long as calendars may still show it
 */
public record CalendarEntry(
        String uid,
        int sequence,
        Instant changed,
        WallTime starts,
        WallTime ends,
        String title,
        String description,
        String place,
        String path,
        boolean cancelled) {}
