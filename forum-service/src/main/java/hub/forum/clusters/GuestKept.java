package hub.forum.clusters;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class GuestKept {
    @Bean
    WordsKept clusterGuestsWordsKept() {
        return WordsKept.in("cluster_guests").others("name", "email").when(Closing.PASSES);
    }
}
