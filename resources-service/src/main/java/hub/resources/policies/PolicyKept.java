package hub.resources.policies;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class PolicyKept {
    @Bean
    WordsKept policiesWordsKept() {
        return WordsKept.in("policies")
                .others("title", "summary", "versions", "next")
                .when(Closing.SERVICE);
    }
}
