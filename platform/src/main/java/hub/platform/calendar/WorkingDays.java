package hub.platform.calendar;

import hub.platform.time.Times;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Days on which the fostering service works: Monday to Friday but for bank holidays. */
@Component
public class WorkingDays {
    private final BankHolidays holidays;

    WorkingDays(BankHolidays holidays) {
        this.holidays = holidays;
    }

    /** The same time of day, so many working days later. */
    public Instant after(Instant from, int days) {
        LocalDate day = LocalDate.ofInstant(from, Times.LONDON);
        int left = days;
        while (left > 0) {
            day = day.plusDays(1);
            if (isOne(day)) {
                left--;
            }
        }
        return day.atTime(from.atZone(Times.LONDON).toLocalTime())
                .atZone(Times.LONDON)
                .toInstant();
    }

    /** How many have begun since; 0 on the day itself. */
    public int since(Instant from, Instant now) {
        LocalDate first = LocalDate.ofInstant(from, Times.LONDON);
        LocalDate today = LocalDate.ofInstant(now, Times.LONDON);
        return today.isAfter(first)
                ? (int) first.plusDays(1)
                        .datesUntil(today.plusDays(1))
                        .filter(this::isOne)
                        .count()
                : 0;
    }

    /** Monday to Friday, but bank holidays. */
    public boolean isOne(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && holidays.on(day).isEmpty();
    }
}
