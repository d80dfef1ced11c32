package hub.resources.localoffer;

import hub.platform.security.PublicPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LocalOfferPaths {
    @Bean
    PublicPaths publicLocalOffer() {
        return PublicPaths.of("/local-offer");
    }
}
