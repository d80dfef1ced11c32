package hub.platform.forms.steps;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class StepKept {
    @Bean
    WordsKept stepDraftsWordsKept() {
        return WordsKept.in("step_drafts").others("answers").when(Closing.PASSES);
    }
}
