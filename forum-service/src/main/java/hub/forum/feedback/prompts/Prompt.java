package hub.forum.feedback.prompts;

import java.time.Instant;
import java.time.YearMonth;

/**
 * One question to those who came to a meeting: was it worth coming?
 *
 * @param id of the meeting
 * @param month in which it ended, such as "2026-11": its answers are counted with those to all others of the month
 * @param closes until when it can be answered
 */
public record Prompt(String id, String month, Instant closes) {
    /** In its place among tickets. */
    static String ticketsOf(String prompt) {
        return "prompt-" + prompt;
    }

    public YearMonth yearMonth() {
        return YearMonth.parse(month);
    }
}
