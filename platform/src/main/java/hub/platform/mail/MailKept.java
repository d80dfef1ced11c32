package hub.platform.mail;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class MailKept {
    @Bean
    WordsKept postBoxWordsKept() {
        return WordsKept.in("post_box")
                .copies("subject", "html", "text")
                .of("account")
                .facts("at", "subject")
                .others("to", "html", "text")
                .when(Closing.GOES);
    }

    @Bean
    WordsKept secretsWordsKept() {
        return WordsKept.in("secrets");
    }

    @Bean
    WordsKept stoppedAddressesWordsKept() {
        return WordsKept.in("stopped_addresses").others("address");
    }
}
