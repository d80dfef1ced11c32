package hub.forum.ambassadors.media;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class ActivityKept {
    @Bean
    WordsKept mediaActivitiesWordsKept() {
        return WordsKept.in("media_activities")
                .of("ambassador")
                .wordsBy("proposedBy", "what")
                .facts("kind", "day", "state")
                .when(Closing.RECORD);
    }
}
