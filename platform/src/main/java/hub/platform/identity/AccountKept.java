package hub.platform.identity;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class AccountKept {
    @Bean
    WordsKept accountsWordsKept() {
        return WordsKept.in("accounts")
                .of("_id")
                .words("name", "household", "line", "email")
                .facts("approval", "roles", "createdAt", "approvedAt", "lastSeenAt")
                .others("newLink")
                .when(Closing.RECORD);
    }

    @Bean
    WordsKept guardsWordsKept() {
        return WordsKept.in("guards");
    }

    @Bean
    WordsKept supervisionsWordsKept() {
        return WordsKept.in("supervisions").others("_id");
    }
}
