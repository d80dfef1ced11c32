package hub.forum.notifications;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class NotificationKept {
    @Bean
    WordsKept notificationsWordsKept() {
        return WordsKept.in("notifications")
                .of("account")
                .facts("kind", "at", "seenAt")
                .others("about")
                .when(Closing.GOES);
    }

    @Bean
    WordsKept notificationChoicesWordsKept() {
        return WordsKept.in("notification_choices")
                .of("_id")
                .facts("mail", "quietFrom", "quietUntil")
                .when(Closing.GOES);
    }
}
