package hub.resources.policies.suggestions;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class SuggestionKept {
    @Bean
    WordsKept policySuggestionsWordsKept() {
        return WordsKept.in("policy_suggestions")
                .of("author")
                .words("text")
                .facts("at", "state", "policy")
                .others("clause", "about", "considered", "decision")
                .when(Closing.RECORD);
    }
}
