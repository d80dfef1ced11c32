package hub.platform.tellings;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class TellingKept {
    @Bean
    WordsKept tellingsWordsKept() {
        return WordsKept.in("tellings")
                .copies("arguments")
                .of("accounts")
                .facts("at")
                .others("arguments")
                .when(Closing.GOES);
    }
}
