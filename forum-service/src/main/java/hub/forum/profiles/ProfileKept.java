package hub.forum.profiles;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class ProfileKept {
    @Bean
    WordsKept profilesWordsKept() {
        return WordsKept.in("profiles")
                .of("_id")
                .words("about")
                .facts("since", "topics", "shown")
                .others("html")
                .copies("about", "html")
                .when(Closing.GOES);
    }
}
