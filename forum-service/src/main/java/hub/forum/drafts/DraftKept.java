package hub.forum.drafts;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class DraftKept {
    @Bean
    WordsKept draftsWordsKept() {
        return WordsKept.in("drafts")
                .of("account")
                .words("title", "text")
                .facts("place.group", "place.thread", "changedAt")
                .copies("title", "text")
                .when(Closing.GOES);
    }
}
