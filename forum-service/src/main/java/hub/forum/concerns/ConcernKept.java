package hub.forum.concerns;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class ConcernKept {
    @Bean
    WordsKept concernsWordsKept() {
        return WordsKept.in("concerns")
                .of("account")
                .words("text", "phone")
                .wordsBy("outcome.by", "outcome.words")
                .facts("reference", "state", "raisedAt")
                .others("post")
                .when(Closing.RECORD);
    }
}
