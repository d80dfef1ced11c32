package hub.resources.training.courses;

import hub.platform.mongo.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import reactor.core.publisher.Flux;

@Configuration(proxyBeanMethods = false)
class CourseMigrations {

    @Bean
    Migration courseIndexes() {
        return new Migration(
                "courses-0001-indexes",
                mongo -> Flux.concat(
                                mongo.indexOps(CourseStore.COURSES)
                                        .createIndex(new Index("author", Direction.ASC)
                                                .on("formKey", Direction.ASC)
                                                .unique()),
                                mongo.indexOps(CourseStore.COURSES)
                                        .createIndex(
                                                new Index("outline.title", Direction.ASC).on("_id", Direction.ASC)),
                                mongo.indexOps(TrainingSessionStore.SESSIONS)
                                        .createIndex(new Index("author", Direction.ASC)
                                                .on("formKey", Direction.ASC)
                                                .unique()),
                                mongo.indexOps(TrainingSessionStore.SESSIONS)
                                        .createIndex(new Index("state", Direction.ASC)
                                                .on("starts", Direction.ASC)
                                                .on("_id", Direction.ASC)
                                                .on("audience", Direction.ASC)
                                                .on("ends", Direction.ASC)),
                                mongo.indexOps(TrainingSessionStore.SESSIONS)
                                        .createIndex(new Index("course", Direction.ASC)
                                                .on("starts", Direction.ASC)
                                                .on("_id", Direction.ASC)),
                                mongo.indexOps(TrainingSessionStore.SESSIONS)
                                        .createIndex(new Index("starts", Direction.ASC).on("_id", Direction.ASC)))
                        .then());
    }
}
