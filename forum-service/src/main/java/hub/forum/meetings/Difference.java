package hub.forum.meetings;

import hub.platform.calendar.WallTime;
import hub.platform.text.Slug;
import hub.platform.time.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that is different from what people were told.
 *
 * @param now as it stands in the sentence that tells it; empty if the sentence needs none. Likewise for what it was
 */
public record Difference(Kind kind, String now, String was) {

    /** What is different. */
    public enum Kind implements Slug {
        DATE,
        START,
        END,
        PLACE,
        TITLE,
        ONLINE,
        CHILDREN,
        NO_CHILDREN,
        REST;

        /** Of the sentence that tells it. */
        public String messageKey() {
            return "meetings.difference." + slug();
        }
    }

    /** What people should be told of, the weightiest first; empty if nothing is different but who is invited. Which hub it was is for the page to look up: here stand ids. */
    static List<Difference> between(MeetingDetails before, MeetingDetails after) {
        List<Difference> found = new ArrayList<>();
        when(before, after, found);
        if (!where(before).equals(where(after))) {
            found.add(new Difference(Kind.PLACE, where(after), where(before)));
        }
        if (!before.title().equals(after.title())) {
            found.add(new Difference(Kind.TITLE, after.title(), before.title()));
        }
        if (where(after).isEmpty() && !before.online().equals(after.online())) {
            found.add(of(Kind.ONLINE));
        }
        if (before.children() != after.children()) {
            found.add(of(after.children() ? Kind.CHILDREN : Kind.NO_CHILDREN));
        }
        if (found.isEmpty() && !before.equals(after.inviting(before))) {
            found.add(of(Kind.REST));
        }
        return List.copyOf(found);
    }

    /** The id of a hub, or the place in words; empty for online. */
    private static String where(MeetingDetails details) {
        return details.withoutHub() ? details.otherPlace() : details.hub();
    }

    private static void when(MeetingDetails before, MeetingDetails after, List<Difference> found) {
        WallTime start = after.wallStart();
        WallTime old = before.wallStart();
        if (!start.date().equals(old.date())) {
            found.add(new Difference(Kind.DATE, start.inFull(), old.inFull()));
            return;
        }
        if (!start.equals(old)) {
            found.add(new Difference(Kind.START, Times.time(start.time()), Times.time(old.time())));
        }
        boolean movedAsAWhole =
                Duration.between(before.starts(), before.ends()).equals(Duration.between(after.starts(), after.ends()));
        if (!after.ends().equals(before.ends()) && !movedAsAWhole) {
            found.add(new Difference(
                    Kind.END,
                    Times.time(after.wallEnd().time()),
                    Times.time(before.wallEnd().time())));
        }
    }

    private static Difference of(Kind kind) {
        return new Difference(kind, "", "");
    }

    /** Whether somebody who said they come may have to think again. */
    boolean matters() {
        return switch (kind) {
            case DATE, START, END, PLACE, ONLINE, NO_CHILDREN -> true;
            case TITLE, CHILDREN, REST -> false;
        };
    }
}
