package hub.forum.constellations.links;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class LinkKept {
    @Bean
    WordsKept linkOffersWordsKept() {
        return WordsKept.in("constellation_link_offers")
                .of("account")
                .words("words")
                .facts("shown")
                .others("household")
                .when(Closing.GOES);
    }

    @Bean
    WordsKept linksWordsKept() {
        return WordsKept.in("constellation_links")
                .of("account")
                .words("words")
                .facts("matters", "state", "askedAt", "since", "helped")
                .others("household")
                .when(Closing.GOES);
    }

    @Bean
    WordsKept linkYearsWordsKept() {
        return WordsKept.in("constellation_link_years");
    }
}
