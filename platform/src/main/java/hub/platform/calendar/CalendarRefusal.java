package hub.platform.calendar;

import hub.platform.refusals.Refusal;

/** Why a date cannot be. */
public enum CalendarRefusal implements Refusal {
    /** The clocks go forward over it. Arguments: the time, the day, the time when the clocks go on. */
    NO_SUCH_TIME("calendar.noSuchTime"),
    /** Not every month has that date, and nobody has said what happens then. Arguments: the day of the month. */
    SHORT_MONTHS("calendar.shortMonths"),
    /** Not every month has a fifth one, and nobody has said what happens then. Arguments: the weekday. */
    FIFTH_WEEKDAY("calendar.fifthWeekday"),
    /** The rule gives no date at all. */
    NO_DATES("calendar.noDates");

    private final String messageKey;

    CalendarRefusal(String messageKey) {
        this.messageKey = messageKey;
    }

    @Override
    public String messageKey() {
        return messageKey;
    }

    @Override
    public boolean canBeMended() {
        return true;
    }
}
