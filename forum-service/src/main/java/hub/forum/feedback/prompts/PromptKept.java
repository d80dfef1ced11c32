package hub.forum.feedback.prompts;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class PromptKept {
    @Bean
    WordsKept feedbackPromptsWordsKept() {
        return WordsKept.in("feedback_prompts");
    }

    @Bean
    WordsKept feedbackPromptStopsWordsKept() {
        return WordsKept.in("feedback_prompt_stops").of("_id").when(Closing.GOES);
    }
}
