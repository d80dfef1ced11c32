package hub.forum.notifications;

import java.util.Arrays;
import java.util.Optional;

/** When a person is emailed that something waits. */
public enum MailChoice {
    /** Within minutes, outside the quiet hours. */
    AT_ONCE("at-once"),
    /** Each morning, if there is anything. */
    DAILY("daily"),
    /** On Monday morning, if there is anything. */
    WEEKLY("weekly"),
    NEVER("never");

    private final String slug;

    MailChoice(String slug) {
        this.slug = slug;
    }

    public String slug() {
        return slug;
    }

    static Optional<MailChoice> of(String slug) {
        return Arrays.stream(values())
                .filter(choice -> choice.slug.equals(slug))
                .findFirst();
    }
}
