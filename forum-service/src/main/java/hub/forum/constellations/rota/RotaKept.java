package hub.forum.constellations.rota;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class RotaKept {
    @Bean
    WordsKept constellationRotasWordsKept() {
        return WordsKept.in("constellation_rotas")
                .wordsBy("people.account", "people.number")
                .others("swaps")
                .when(Closing.SERVICE);
    }
}
