package hub.platform.files;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class FileKept {
    @Bean
    WordsKept filesWordsKept() {
        return WordsKept.in("files")
                .of("by")
                .words("name", "title")
                .facts("kind", "size", "at")
                .when(Closing.CONVERSATION);
    }

    @Bean
    WordsKept fileTextsWordsKept() {
        return WordsKept.in("file_texts").others("text").when(Closing.CONVERSATION);
    }

    @Bean
    WordsKept fileBytesFilesWordsKept() {
        return WordsKept.in("file_bytes.files").others("filename", "metadata").when(Closing.CONVERSATION);
    }

    @Bean
    WordsKept fileBytesChunksWordsKept() {
        return WordsKept.in("file_bytes.chunks").when(Closing.CONVERSATION);
    }
}
