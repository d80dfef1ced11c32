package hub.forum.networks;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class NetworkKept {
    @Bean
    WordsKept networkChoicesWordsKept() {
        return WordsKept.in("network_choices").of("_id").facts("traits").when(Closing.GOES);
    }

    @Bean
    WordsKept networkGroupsWordsKept() {
        return WordsKept.in("network_groups").of("openedBy").facts("trait").when(Closing.SERVICE);
    }
}
