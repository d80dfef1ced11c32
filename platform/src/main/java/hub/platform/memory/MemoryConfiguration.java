package hub.platform.memory;

import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MemoryConfiguration {

    @Bean
    MongoClientSettingsBuilderCustomizer listening(OwnWrites writes, StreamPulse pulse) {
        return settings -> settings.addCommandListener(writes).addCommandListener(pulse);
    }
}
