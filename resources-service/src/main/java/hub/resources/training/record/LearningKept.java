package hub.resources.training.record;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class LearningKept {
    @Bean
    WordsKept trainingLearningWordsKept() {
        return WordsKept.in("training_learning")
                .of("account")
                .words("name", "title")
                .facts("on", "hours", "standards", "validUntil", "kind")
                .others("occasion")
                .when(Closing.RECORD);
    }
}
