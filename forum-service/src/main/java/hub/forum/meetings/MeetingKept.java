package hub.forum.meetings;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class MeetingKept {
    @Bean
    WordsKept meetingRepliesWordsKept() {
        return WordsKept.in("meeting_replies")
                .of("account")
                .facts("meeting", "answer", "adults", "children", "at")
                .when(Closing.GOES);
    }

    @Bean
    WordsKept meetingsWordsKept() {
        return WordsKept.in("meetings")
                .of("arrangedBy")
                .facts("group", "details.starts", "state")
                .others("details", "reason", "changes")
                .when(Closing.SERVICE);
    }
}
