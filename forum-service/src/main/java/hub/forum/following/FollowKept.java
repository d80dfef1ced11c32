package hub.forum.following;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class FollowKept {
    @Bean
    WordsKept followsWordsKept() {
        return WordsKept.in("follows").of("_id").facts("threads", "groups").when(Closing.GOES);
    }
}
