package hub.forum.feedback.answers;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class AnswerKept {
    @Bean
    WordsKept feedbackTicketsWordsKept() {
        return WordsKept.in("feedback_tickets")
                .of("account")
                .facts("of", "answered")
                .when(Closing.GOES);
    }

    @Bean
    WordsKept feedbackPoolsWordsKept() {
        return WordsKept.in("feedback_pools")
                .wordsBy("words.author", "words.text")
                .when(Closing.RECORD);
    }
}
