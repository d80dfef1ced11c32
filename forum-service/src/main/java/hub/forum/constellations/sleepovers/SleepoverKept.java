package hub.forum.constellations.sleepovers;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class SleepoverKept {
    @Bean
    WordsKept constellationSleepoversWordsKept() {
        return WordsKept.in("constellation_sleepovers")
                .of("askedBy")
                .words("ask.socialWorker")
                .facts("group", "ask", "state", "askedAt", "reason")
                .when(Closing.RECORD);
    }
}
