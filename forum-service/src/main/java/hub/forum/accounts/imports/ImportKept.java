package hub.forum.accounts.imports;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class ImportKept {
    @Bean
    WordsKept peopleImportsWordsKept() {
        return WordsKept.in("people_imports").others("rows").when(Closing.PASSES);
    }
}
