package hub.resources.policies;

import hub.platform.security.PublicPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Policies are public, and so is what came of suggestions. What was suggested, and all that is written, needs a sign-in. */
@Configuration(proxyBeanMethods = false)
class PolicyPaths {
    @Bean
    PublicPaths publicPolicies() {
        return PublicPaths.of(
                "/policies",
                "/policies/{policy}",
                "/policies/{policy}/versions/{number}",
                "/policies/{policy}/changes",
                "/policies/{policy}/you-said");
    }
}
