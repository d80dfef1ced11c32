package hub.forum.constellations.spare;

import hub.platform.mongo.Ids;
import hub.platform.time.Times;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * That a household has a spare bed on one weekend.
 *
 * @param id of constellation, household and weekend: said twice it is said once
 * @param by whoever of the household said so
 * @param until the end of the Sunday, in London, when it is over by itself
 */
public record SpareBed(String id, String group, String household, String by, LocalDate saturday, Instant until) {

    static SpareBed of(String group, String household, String by, Instant now) {
        LocalDate saturday = weekend(now);
        Instant until = saturday.plusDays(2).atStartOfDay(Times.LONDON).toInstant();
        return new SpareBed(id(group, household, saturday), group, household, by, saturday, until);
    }

    static String id(String group, String household, LocalDate saturday) {
        return Ids.of("spare bed of " + household + " in " + group + " on " + saturday);
    }

    /** The Saturday of this weekend: the one that is coming, or that is. */
    public static LocalDate weekend(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Times.LONDON);
        return today.getDayOfWeek() == DayOfWeek.SUNDAY
                ? today.minusDays(1)
                : today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
    }
}
