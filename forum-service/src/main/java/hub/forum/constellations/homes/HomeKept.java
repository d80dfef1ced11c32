package hub.forum.constellations.homes;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class HomeKept {
    @Bean
    WordsKept constellationHomesWordsKept() {
        return WordsKept.in("constellation_homes")
                .others("beds", "backup", "backupNumber")
                .when(Closing.SERVICE);
    }

    @Bean
    WordsKept constellationHomeMarksWordsKept() {
        return WordsKept.in("constellation_home_marks").others("homes").when(Closing.SERVICE);
    }
}
