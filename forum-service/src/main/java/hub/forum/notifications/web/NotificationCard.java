package hub.forum.notifications.web;

import hub.forum.notifications.Notifications;
import hub.platform.pages.HomeCard;
import hub.platform.pages.MastheadCount;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** How much is new for the viewer: above the home page, and beside "Me" on every page. */
@Configuration(proxyBeanMethods = false)
class NotificationCard {
    @Bean
    @Order(5)
    HomeCard newNotifications(Notifications notifications) {
        return HomeCard.count(HomeCard.Place.TOP, "notifications/home", "card", notifications::unseen);
    }

    @Bean
    MastheadCount unseenNotifications(Notifications notifications) {
        return notifications::unseen;
    }
}
