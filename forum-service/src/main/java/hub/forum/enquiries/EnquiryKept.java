package hub.forum.enquiries;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class EnquiryKept {
    @Bean
    WordsKept enquiriesWordsKept() {
        return WordsKept.in("enquiries")
                .others("person", "asked", "visit", "talk")
                .when(Closing.PASSES);
    }
}
