package hub.forum.notifications;

import java.time.LocalTime;
import java.util.Map;

/** @param mail by kind, all kinds that there are, in the order of their names */
public record NotificationSettings(Map<String, MailChoice> mail, LocalTime quietFrom, LocalTime quietUntil) {}
