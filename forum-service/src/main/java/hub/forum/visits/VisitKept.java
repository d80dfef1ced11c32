package hub.forum.visits;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class VisitKept {
    @Bean
    WordsKept visitsWordsKept() {
        return WordsKept.in("visits").of("_id").facts("since", "seen", "first").when(Closing.GOES);
    }
}
