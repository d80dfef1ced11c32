package hub.forum.meetings.register;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class RegisterKept {
    @Bean
    WordsKept meetingRegistersWordsKept() {
        return WordsKept.in("meeting_registers")
                .of("came")
                .wordsBy("takenBy", "note")
                .facts("group", "starts")
                .when(Closing.RECORD);
    }
}
