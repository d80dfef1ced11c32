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
                .facts("kind", "state", "createdAt")
                .others("words", "training", "correction")
                .when(Closing.SERVICE);
    }
}
