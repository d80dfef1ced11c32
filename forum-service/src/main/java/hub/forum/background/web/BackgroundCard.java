package hub.forum.background.web;

import hub.platform.pages.HomeCard;
import hub.platform.queue.QueueHealth;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import reactor.core.publisher.Mono;

/** That work failed for good, on an administrator's home page, to a hundred. */
@Configuration(proxyBeanMethods = false)
class BackgroundCard {
    private static final int MOST_COUNTED = 100;

    @Bean
    @Order(70)
    HomeCard failedWork(QueueHealth health) {
        return HomeCard.count(
                HomeCard.Place.ASIDE,
                "background/home",
                "failed",
                viewer -> viewer.administrator() ? health.setAside(MOST_COUNTED).count() : Mono.empty());
    }
}
