package hub.resources.publishing;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class PublicationKept {
    @Bean
    WordsKept publicationsWordsKept() {
        return WordsKept.in("publications")
                .of("author")
                .wordsBy("review.by", "review.words")
                .facts("kind", "state", "createdAt")
                .others("words", "training", "correction", "particulars", "proposal", "timing", "address")
                .when(Closing.SERVICE);
    }

    @Bean
    WordsKept publicationVersionsWordsKept() {
        return WordsKept.in("publication_versions")
                .of("by")
                .facts("publication", "state", "at")
                .others("manuscript", "what")
                .when(Closing.SERVICE);
    }
}
