package hub.resources.publishing;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class PublicationSearches {

    @Bean
    @Order(50)
    PublicationSearch newsSearch(PublicationStore store) {
        return new PublicationSearch(
                "news",
                "publishing.kind.news",
                Set.of(Kind.NEWS, Kind.BEST_PRACTICE, Kind.BLOG, Kind.CAMPAIGN, Kind.LOCAL_OFFER),
                store);
    }

    @Bean
    @Order(60)
    PublicationSearch trainingSearch(PublicationStore store) {
        return new PublicationSearch(
                "training", "publishing.kind.training-notice", Set.of(Kind.TRAINING_NOTICE), store);
    }
}
