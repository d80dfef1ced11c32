package hub.forum.mail.web;

import hub.platform.mail.StoppedAddressStore;
import hub.platform.pages.HomeCard;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import reactor.core.publisher.Mono;

/** That some addresses take no mail, on an administrator's home page, to a hundred. */
@Configuration(proxyBeanMethods = false)
class StoppedCard {
    @Bean
    @Order(80)
    HomeCard addressesThatTakeNoMail(StoppedAddressStore stopped) {
        return HomeCard.count(
                HomeCard.Place.ASIDE,
                "mail/home",
                "stopped",
                viewer -> viewer.administrator() ? stopped.all(viewer).count() : Mono.empty());
    }
}
