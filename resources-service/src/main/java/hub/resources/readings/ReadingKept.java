package hub.resources.readings;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class ReadingKept {
    @Bean
    WordsKept readingsWordsKept() {
        return WordsKept.in("readings").of("account").facts("of", "at").when(Closing.RECORD);
    }
}
