package hub.forum.threads;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class ThreadKept {
    @Bean
    WordsKept threadsWordsKept() {
        return WordsKept.in("threads")
                .of("author")
                .words("title")
                .wordsBy("lock.by", "lock.reason")
                .facts("group", "createdAt", "state")
                .others("slug")
                .copies("title", "slug", "lock.reason")
                .when(Closing.CONVERSATION);
    }

    @Bean
    WordsKept postsWordsKept() {
        return WordsKept.in("posts")
                .of("author")
                .words("markdown", "earlier.markdown")
                .wordsBy("hiding.by", "hiding.reason")
                .wordsBy("reactions.by", "reactions.kind")
                .facts("thread", "group", "createdAt", "editedAt", "state", "deletedAt")
                .others("html")
                .copies("markdown", "html", "earlier.markdown", "hiding.reason")
                .when(Closing.CONVERSATION);
    }

    @Bean
    WordsKept mergedThreadsWordsKept() {
        return WordsKept.in("merged_threads");
    }
}
