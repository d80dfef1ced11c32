package hub.forum.constellations.homes;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The only place that touches {@code constellation_home_marks}. Who may read them is said by whoever asks: {@link MarkedHomes}. */
@Component
class HomeMarksStore {
    private static final String MARKS = "constellation_home_marks";

    private final Documents<HomeMarks> marks;

    HomeMarksStore(Collections collections) {
        this.marks = collections.of(MARKS, HomeMarks.class);
    }

    Mono<HomeMarks> find(String group) {
        return marks.find(group);
    }

    Mono<HomeMarks> put(HomeMarks of) {
        return marks.put(of);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        /** It is found by the id of its group alone. */
        @Bean
        Migration homeMarks() {
            return new Migration(
                    "constellations-0006-home-marks",
                    mongo -> mongo.collectionExists(MARKS)
                            .filter(exists -> !exists)
                            .flatMap(missing -> mongo.createCollection(MARKS))
                            .then());
        }
    }
}
