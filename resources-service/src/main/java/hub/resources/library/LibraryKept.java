package hub.resources.library;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class LibraryKept {
    @Bean
    WordsKept libraryWordsKept() {
        return WordsKept.in("library")
                .others("title", "summary", "topics", "owner", "changes", "html", "ending")
                .when(Closing.SERVICE);
    }

    @Bean
    WordsKept libraryReadsWordsKept() {
        return WordsKept.in("library_reads");
    }
}
