package hub.forum.mentoring.mentors;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class MentorKept {
    @Bean
    WordsKept mentorsWordsKept() {
        return WordsKept.in("mentors")
                .of("_id")
                .words("profile.experience", "profile.languages", "profile.availability")
                .facts("profile.topics", "capacity", "taken", "paused", "since")
                .when(Closing.GOES);
    }
}
