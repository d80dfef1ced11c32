package hub.forum.notifications;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/**
 * @param mail by kind, all kinds that there are, in the order of their names
 * @param offered what may be chosen, by kind
 */
public record NotificationSettings(
        Map<String, MailChoice> mail,
        Map<String, List<MailChoice>> offered,
        LocalTime quietFrom,
        LocalTime quietUntil) {}
