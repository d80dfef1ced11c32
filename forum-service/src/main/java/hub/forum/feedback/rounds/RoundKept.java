package hub.forum.feedback.rounds;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class RoundKept {
    @Bean
    WordsKept feedbackRoundsWordsKept() {
        return WordsKept.in("feedback_rounds").others("title", "questions").when(Closing.SERVICE);
    }
}
