package hub.resources.library.lists;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class ListKept {
    @Bean
    WordsKept libraryFavouritesWordsKept() {
        return WordsKept.in("library_favourites").of("_id").facts("guides").when(Closing.GOES);
    }

    @Bean
    WordsKept readingListsSentWordsKept() {
        return WordsKept.in("reading_lists_sent")
                .of("account")
                .facts("list", "at", "done")
                .when(Closing.GOES);
    }

    @Bean
    WordsKept readingListsWordsKept() {
        return WordsKept.in("reading_lists")
                .of("author")
                .words("title", "intro")
                .when(Closing.SERVICE);
    }
}
