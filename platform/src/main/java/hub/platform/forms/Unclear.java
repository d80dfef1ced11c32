package hub.platform.forms;

/** Why a typed date or time could not be taken. */
public enum Unclear {
    /** It is no date that we know how to read. */
    NO_DATE("parts.date.unclear"),
    /** The month has no such day: 31 June. */
    NO_SUCH_DAY("parts.date.noSuchDay"),
    /** The weekday and the date are not of one day. */
    OTHER_WEEKDAY("parts.date.otherWeekday"),
    /** It is no time of day that we know how to read. */
    NO_TIME("parts.time.unclear"),
    /** Seven and eight may be in the morning or in the evening. */
    MORNING_OR_EVENING("parts.time.half");

    private final String messageKey;

    Unclear(String messageKey) {
        this.messageKey = messageKey;
    }

    public String messageKey() {
        return messageKey;
    }
}
