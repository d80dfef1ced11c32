package hub.platform.mongo;

import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class HousekeepingKept {
    @Bean
    WordsKept migrationsWordsKept() {
        return WordsKept.in("migrations");
    }

    @Bean
    WordsKept leasesWordsKept() {
        return WordsKept.in("leases");
    }
}
