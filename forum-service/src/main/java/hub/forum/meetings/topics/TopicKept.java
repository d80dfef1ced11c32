package hub.forum.meetings.topics;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class TopicKept {
    @Bean
    WordsKept meetingTopicsWordsKept() {
        return WordsKept.in("meeting_topics")
                .of("account")
                .words("text")
                .facts("group", "at")
                .copies("text")
                .when(Closing.CONVERSATION);
    }
}
