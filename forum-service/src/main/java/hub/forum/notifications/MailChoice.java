package hub.forum.notifications;

import hub.platform.text.Slug;

/** When a person is emailed that something waits. */
public enum MailChoice implements Slug {
    /** Within minutes, outside the quiet hours. */
    AT_ONCE,
    /** Each morning, if there is anything. */
    DAILY,
    /** On Monday morning, if there is anything. */
    WEEKLY,
    NEVER
}
