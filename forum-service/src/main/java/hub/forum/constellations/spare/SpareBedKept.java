package hub.forum.constellations.spare;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class SpareBedKept {
    @Bean
    WordsKept constellationSpareBedsWordsKept() {
        return WordsKept.in("constellation_spare_beds")
                .of("by")
                .facts("group", "saturday")
                .others("household")
                .when(Closing.GOES);
    }
}
