package hub.forum.guidance;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class GuidanceKept {
    @Bean
    WordsKept guidanceRequestsWordsKept() {
        return WordsKept.in("guidance_requests")
                .of("account")
                .words("text")
                .facts("topic", "state", "askedAt")
                .others("talk")
                .when(Closing.RECORD);
    }

    @Bean
    WordsKept guidanceAdvisersWordsKept() {
        return WordsKept.in("guidance_advisers").of("_id").facts("since").when(Closing.GOES);
    }
}
