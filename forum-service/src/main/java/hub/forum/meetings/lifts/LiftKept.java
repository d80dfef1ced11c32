package hub.forum.meetings.lifts;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class LiftKept {
    @Bean
    WordsKept meetingLiftsWordsKept() {
        return WordsKept.in("meeting_lifts")
                .of("account")
                .words("words")
                .facts("meeting", "kind", "seats", "at")
                .when(Closing.GOES);
    }
}
