package hub.forum.conversations;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class DigestKept {
    @Bean
    WordsKept digestsWordsKept() {
        return WordsKept.in("digests").of("_id").facts("followed", "weekly").when(Closing.GOES);
    }
}
