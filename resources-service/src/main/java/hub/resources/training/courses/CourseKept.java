package hub.resources.training.courses;

import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people wrote of what is kept here. */
@Configuration(proxyBeanMethods = false)
class CourseKept {
    @Bean
    WordsKept trainingSessionsWordsKept() {
        return WordsKept.in("training_sessions").others("plan", "reason").when(Closing.SERVICE);
    }

    @Bean
    WordsKept coursesWordsKept() {
        return WordsKept.in("courses").others("outline").when(Closing.SERVICE);
    }
}
