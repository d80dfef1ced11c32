package hub.resources.campaigns;

import hub.platform.security.PublicPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CampaignPaths {

    /** Each campaign is public as far as its audience allows. */
    @Bean
    PublicPaths publicCampaigns() {
        return PublicPaths.of("/campaigns", "/campaigns/{slug}");
    }
}
