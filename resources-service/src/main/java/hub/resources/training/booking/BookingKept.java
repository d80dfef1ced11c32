package hub.resources.training.booking;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class BookingKept {
    @Bean
    WordsKept trainingBookingsWordsKept() {
        return WordsKept.in("training_bookings")
                .of("accounts")
                .wordsBy("by", "needs")
                .wordsBy("attendance.account", "attendance.result", "attendance.hours")
                .facts("session", "course", "state", "at", "starts")
                .when(Closing.RECORD);
    }
}
