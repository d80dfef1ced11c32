package hub.platform.events;

import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class EventKept {
    @Bean
    WordsKept eventConsumersWordsKept() {
        return WordsKept.in("event_consumers");
    }
}
