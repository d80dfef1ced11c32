package hub.platform.help;

import hub.platform.site.Site;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** One number for all carers, from {@code onCall} in content/help.yml. */
@Configuration(proxyBeanMethods = false)
class ConfiguredOnCall {

    @Bean
    OnCall onCall(Site site) {
        return viewer -> Mono.justOrEmpty(site.help().onCall()).filter(number -> viewer.carer());
    }
}
