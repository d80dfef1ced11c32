package hub.forum.constellations.contacts;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class ContactKept {
    @Bean
    WordsKept constellationContactsWordsKept() {
        return WordsKept.in("constellation_contacts")
                .of("by", "carer")
                .wordsBy("by", "helped")
                .facts("group", "day", "way", "kind", "length", "risk", "followUp", "followedUp")
                .others("household")
                .when(Closing.RECORD);
    }
}
