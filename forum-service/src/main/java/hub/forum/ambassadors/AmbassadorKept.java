package hub.forum.ambassadors;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class AmbassadorKept {
    @Bean
    WordsKept ambassadorsWordsKept() {
        return WordsKept.in("ambassadors")
                .of("_id")
                .words("profile.heritage", "profile.faith", "profile.languages")
                .facts(
                        "profile.household",
                        "profile.fostering",
                        "profile.visits",
                        "profile.media",
                        "capacity",
                        "state",
                        "since")
                .when(Closing.GOES);
    }
}
