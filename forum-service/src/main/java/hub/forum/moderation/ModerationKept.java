package hub.forum.moderation;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class ModerationKept {
    @Bean
    WordsKept savedRepliesWordsKept() {
        return WordsKept.in("saved_replies")
                .of("by")
                .words("title", "text")
                .facts("at")
                .when(Closing.SERVICE);
    }

    @Bean
    WordsKept reportsWordsKept() {
        return WordsKept.in("reports")
                .of("reporter")
                .words("words")
                .wordsBy("decision.by", "decision.note")
                .facts("reference", "reason", "at", "state")
                .others("about")
                .copies("words", "about", "decision.note")
                .when(Closing.RECORD);
    }

    @Bean
    WordsKept appealsWordsKept() {
        return WordsKept.in("appeals")
                .of("author")
                .words("words")
                .wordsBy("hiddenBy", "reason")
                .wordsBy("decision.by", "decision.note")
                .facts("reference", "at", "open")
                .copies("words", "reason", "decision.note")
                .when(Closing.RECORD);
    }

    @Bean
    WordsKept knownWritersWordsKept() {
        return WordsKept.in("known_writers").of("_id").when(Closing.GOES);
    }

    @Bean
    WordsKept personActsWordsKept() {
        return WordsKept.in("person_acts")
                .wordsBy("by", "reason")
                .wordsBy("lifted.by", "lifted.reason")
                .facts("kind", "reference", "at")
                .copies("reason", "lifted.reason")
                .when(Closing.RECORD);
    }

    @Bean
    WordsKept approvalsWordsKept() {
        return WordsKept.in("approvals")
                .of("author")
                .wordsBy("by", "note")
                .facts("at", "outcome")
                .copies("note")
                .when(Closing.RECORD);
    }
}
