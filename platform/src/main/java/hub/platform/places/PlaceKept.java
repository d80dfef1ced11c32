package hub.platform.places;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class PlaceKept {
    @Bean
    WordsKept familyHubsWordsKept() {
        return WordsKept.in("family_hubs").others("facts").when(Closing.SERVICE);
    }
}
