package hub.platform.security;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class SessionKept {
    @Bean
    WordsKept sessionsWordsKept() {
        return WordsKept.in("sessions")
                .of("principal")
                .others("attr", "attributes")
                .when(Closing.PASSES);
    }
}
