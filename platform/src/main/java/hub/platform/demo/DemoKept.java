package hub.platform.demo;

import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class DemoKept {
    @Bean
    WordsKept demoWordsKept() {
        return WordsKept.in("demo").others("_id");
    }
}
