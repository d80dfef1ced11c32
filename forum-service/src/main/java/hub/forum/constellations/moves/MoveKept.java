package hub.forum.constellations.moves;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class MoveKept {
    @Bean
    WordsKept constellationMovesWordsKept() {
        return WordsKept.in("constellation_moves")
                .of("people", "joined")
                .facts("from", "to", "day", "state")
                .others("household")
                .when(Closing.RECORD);
    }
}
