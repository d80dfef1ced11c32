package hub.resources.training.courses;

import hub.platform.calendar.WallTime;
import hub.platform.time.Times;
import hub.resources.publishing.PublicationLine;
import hub.resources.training.courses.SessionPlan.Day;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says when a course is held. */
@Component
public class SessionWords {
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.UK);
    private static final DateTimeFormatter SHORT_WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.UK);
    private static final DateTimeFormatter SHORT_MONTH = DateTimeFormatter.ofPattern("LLL", Locale.UK);

    private final MessageSource messages;
    private final Times times;

    SessionWords(MessageSource messages, Times times) {
        this.messages = messages;
        this.times = times;
    }

    /** "Wednesday 2 December, 10am to 12.30pm", a line for each day. */
    public List<String> days(TrainingSession session) {
        return session.plan().days().stream().map(this::day).toList();
    }

    /** "Wednesday 2 December, 10am to 12.30pm"; of several days "…, and 2 more days". */
    public String when(TrainingSession session) {
        List<Day> days = session.plan().days();
        String first = day(days.getFirst());
        return days.size() == 1 ? first : say("training.when.andMore", first, days.size() - 1);
    }

    /** "Wednesday 2 December", with the year if it is another than this. */
    public String date(Instant at) {
        return WEEKDAY.format(at.atZone(Times.LONDON)) + " " + times.day(at);
    }

    /** "Wednesday 2 December at 5pm" */
    public String moment(Instant at) {
        return say("training.when.at", date(at), times.time(at));
    }

    /** That the start comes twice that night, as the clocks go back, and the first is meant; empty for nothing. */
    public String twice(TrainingSession session) {
        return WallTime.at(session.starts()).comesTwice() ? say("calendar.twice", times.time(session.starts())) : "";
    }

    /** The first day as a picture. */
    public PublicationLine.Day picture(TrainingSession session) {
        ZonedDateTime starts = session.starts().atZone(Times.LONDON);
        return new PublicationLine.Day(
                SHORT_WEEKDAY.format(starts), Integer.toString(starts.getDayOfMonth()), SHORT_MONTH.format(starts));
    }

    private String day(Day day) {
        return date(day.starts()) + ", " + say("publishing.fromTo", times.time(day.starts()), times.time(day.ends()));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }
}
