package hub.forum.constellations.rota;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When somebody should be on call: outside office hours, and all day at weekends and on bank holidays. Source of the rule: the programme, which has hub carers out of hours.
 *
 * @param evening when it begins on working days
 * @param morning when it ends on working days, before {@code evening}
 */
public record CoverHours(LocalTime evening, LocalTime morning) {
    public static final CoverHours USUAL = new CoverHours(LocalTime.of(17, 0), LocalTime.of(8, 0));

    public CoverHours {
        if (!morning.isBefore(evening)) {
            throw new IllegalArgumentException("Office hours begin before they end: " + morning + ", " + evening);
        }
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
