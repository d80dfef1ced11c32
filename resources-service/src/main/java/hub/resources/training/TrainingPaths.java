package hub.resources.training;

import hub.platform.security.PublicPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TrainingPaths {

    @Bean
    PublicPaths publicTraining() {
        return PublicPaths.of("/training/**");
    }
}
