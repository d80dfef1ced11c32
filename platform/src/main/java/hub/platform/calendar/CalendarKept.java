package hub.platform.calendar;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class CalendarKept {
    @Bean
    WordsKept calendarFeedsWordsKept() {
        return WordsKept.in("calendar_feeds").of("_id").facts("madeAt").when(Closing.GOES);
    }
}
