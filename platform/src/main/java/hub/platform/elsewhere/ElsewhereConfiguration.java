package hub.platform.elsewhere;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ElsewhereConfiguration {

    /** @param origin where resources-service is reached, if it is another process; empty for nowhere */
    @Bean
    OtherService resources(@Value("${hearth.resources:}") String origin) {
        return new OtherService(origin);
    }

    /** @param origin where the forum is reached, if it is another process; empty for nowhere */
    @Bean
    OtherService forum(@Value("${hearth.forum:}") String origin) {
        return new OtherService(origin);
    }
}
