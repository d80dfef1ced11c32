package hub.platform.calendar;

import hub.platform.text.Slug;

/** What becomes of the 31st in June, and of the fifth Wednesday where there are four: whoever makes a rule says so. */
public enum ShortMonths implements Slug {
    /** The last day, or the last such weekday, of the month. */
    LAST,
    /** Nothing takes place in that month. */
    SKIP
}
