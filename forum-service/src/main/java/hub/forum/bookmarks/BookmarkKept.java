package hub.forum.bookmarks;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class BookmarkKept {
    @Bean
    WordsKept bookmarksWordsKept() {
        return WordsKept.in("bookmarks")
                .of("account")
                .facts("thread", "post", "at", "remindAt")
                .when(Closing.GOES);
    }
}
