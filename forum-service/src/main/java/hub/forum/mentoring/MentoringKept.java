package hub.forum.mentoring;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class MentoringKept {
    @Bean
    WordsKept mentorshipsWordsKept() {
        return WordsKept.in("mentorships")
                .of("mentee", "proposal.mentor")
                .wordsBy("mentee", "wish.language")
                .facts("wish.topics", "state", "askedAt", "startedAt", "ending", "contacts", "nextContact")
                .others("household")
                .when(Closing.RECORD);
    }

    @Bean
    WordsKept mentorshipWordsWordsKept() {
        return WordsKept.in("mentorship_words")
                .wordsBy("mentee", "hello", "goals.text", "goals.progress", "goals.since")
                .when(Closing.RECORD);
    }
}
