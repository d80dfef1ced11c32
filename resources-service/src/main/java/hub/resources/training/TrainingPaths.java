package hub.resources.training;

import hub.platform.security.PublicPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Notices are for whom they are published, the public among them, and anybody may check a certificate. All else needs a sign-in. */
@Configuration(proxyBeanMethods = false)
class TrainingPaths {
    private static final String NOTICE = "/training/{id:[0-9a-z]{12}}";

    @Bean
    PublicPaths publicTraining() {
        return PublicPaths.of("/training", NOTICE, NOTICE + "/*", "/training/certificate/*");
    }
}
