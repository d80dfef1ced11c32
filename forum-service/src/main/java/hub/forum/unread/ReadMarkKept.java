package hub.forum.unread;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class ReadMarkKept {
    @Bean
    WordsKept readMarksWordsKept() {
        return WordsKept.in("read_marks").of("_id:").facts("upTo").when(Closing.GOES);
    }
}
