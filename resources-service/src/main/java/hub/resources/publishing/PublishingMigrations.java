package hub.resources.publishing;

import hub.platform.mongo.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import reactor.core.publisher.Flux;

@Configuration(proxyBeanMethods = false)
class PublishingMigrations {

    @Bean
    Migration publicationIndexes() {
        return new Migration(
                "publications-0001-indexes",
                mongo -> Flux.concat(
                                mongo.indexOps(PublicationStore.PUBLICATIONS)
                                        .createIndex(new Index("author", Direction.ASC)
                                                .on("formKey", Direction.ASC)
                                                .unique()),
                                mongo.indexOps(PublicationStore.PUBLICATIONS)
                                        .createIndex(new Index("state", Direction.ASC)
                                                .on("audience", Direction.ASC)
                                                .on("kind", Direction.ASC)
                                                .on("publishedAt", Direction.DESC)
                                                .on("_id", Direction.DESC)),
                                mongo.indexOps(PublicationStore.PUBLICATIONS)
                                        .createIndex(new Index("state", Direction.ASC)
                                                .on("audience", Direction.ASC)
                                                .on("kind", Direction.ASC)
                                                .on("training.starts", Direction.ASC)
                                                .on("_id", Direction.ASC)),
                                mongo.indexOps(PublicationStore.PUBLICATIONS)
                                        .createIndex(new Index("state", Direction.ASC)
                                                .on("changed.at", Direction.DESC)
                                                .on("_id", Direction.DESC)),
                                mongo.indexOps(ReadingStore.READINGS)
                                        .createIndex(new Index("publication", Direction.ASC)))
                        .then());
    }
}
