package hub.platform.queue;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class QueueKept {
    @Bean
    WordsKept queueWordsKept() {
        return WordsKept.in("queue").copies("data").others("_id", "data").when(Closing.PASSES);
    }

    @Bean
    WordsKept setAsideWordsKept() {
        return WordsKept.in("set_aside")
                .copies("item", "failure")
                .others("_id", "item", "failure")
                .when(Closing.PASSES);
    }
}
