package hub.platform.time;

/**
 * A point in time for a page.
 *
 * @param iso for machines, in UTC
 * @param said as a person would say it now: "20 minutes ago", "yesterday at 9.40pm"
 * @param exact in full, in British time: "Sunday 22 November 2026 at 9.40pm"
 */
public record Moment(String iso, String said, String exact) {}
