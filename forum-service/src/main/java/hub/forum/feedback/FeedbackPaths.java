package hub.forum.feedback;

import hub.platform.security.PublicPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What carers told us is public, and whoever has the letter may answer the one question in it. All else needs a sign-in. */
@Configuration(proxyBeanMethods = false)
class FeedbackPaths {
    @Bean
    PublicPaths publicFeedback() {
        return PublicPaths.of("/feedback/told-us", "/feedback/prompts/*");
    }
}
