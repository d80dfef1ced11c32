package hub.forum.groups;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class GroupKept {
    @Bean
    WordsKept groupsWordsKept() {
        return WordsKept.in("groups")
                .others("name", "area", "purpose", "venue", "agreement")
                .when(Closing.SERVICE);
    }

    @Bean
    WordsKept membershipsWordsKept() {
        return WordsKept.in("memberships")
                .of("account")
                .facts("group", "role", "since")
                .others("household")
                .when(Closing.GOES);
    }

    @Bean
    WordsKept constellationHouseholdsWordsKept() {
        return WordsKept.in("constellation_households").others("_id");
    }

    @Bean
    WordsKept joinRequestsWordsKept() {
        return WordsKept.in("join_requests")
                .copies("words", "reason")
                .of("account")
                .words("words")
                .wordsBy("decidedBy", "reason")
                .facts("group", "state", "at")
                .when(Closing.GOES);
    }

    @Bean
    WordsKept moderatorEntriesWordsKept() {
        return WordsKept.in("moderator_entries")
                .of("moderator")
                .words("reason")
                .facts("group", "at", "until")
                .others("name")
                .when(Closing.RECORD);
    }
}
