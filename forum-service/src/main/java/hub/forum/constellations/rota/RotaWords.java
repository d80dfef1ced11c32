package hub.forum.constellations.rota;

import hub.platform.time.Times;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says of rotas what a line can hold. */
@Component
public class RotaWords {
    private final Times times;
    private final MessageSource messages;
    private final Clock clock;

    RotaWords(Times times, MessageSource messages, Clock clock) {
        this.times = times;
        this.messages = messages;
        this.clock = clock;
    }

    /** "Friday 4 December, 8pm to 8am the next day" */
    public String hours(Shift shift) {
        return hours(shift.starts(), shift.ends());
    }

    public String hours(Instant from, Instant until) {
        LocalDateTime start = LocalDateTime.ofInstant(from, Times.LONDON);
        LocalDateTime end = LocalDateTime.ofInstant(until, Times.LONDON);
        long days = ChronoUnit.DAYS.between(start.toLocalDate(), end.toLocalDate());
        String to = Times.time(end.toLocalTime());
        if (days == 0) {
            return say("constellations.hours", times.appointment(from), to);
        }
        return days == 1
                ? say("constellations.hours.overnight", times.appointment(from), to)
                : say("constellations.hours.days", times.appointment(from), times.appointment(until));
    }

    /** "8am", "8am tomorrow" as "8am" while it is the coming night, "Monday 7 December, 8am" later on. */
    public String moment(Instant then) {
        LocalDateTime wall = LocalDateTime.ofInstant(then, Times.LONDON);
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Times.LONDON);
        LocalDate today = now.toLocalDate();
        String time = Times.time(wall.toLocalTime());
        if (wall.toLocalDate().equals(today) || then.isBefore(clock.instant().plus(12, ChronoUnit.HOURS))) {
            return time;
        }
        return wall.toLocalDate().equals(today.plusDays(1))
                ? say("constellations.moment.tomorrow", time)
                : times.appointment(then);
    }

    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }
}
