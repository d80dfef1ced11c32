package hub.platform.audit;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class AuditKept {
    @Bean
    WordsKept auditLogWordsKept() {
        return WordsKept.in("audit_log")
                .copies("details")
                .of("actor")
                .words("details")
                .facts("at", "act")
                .when(Closing.RECORD);
    }
}
