package hub.resources.publishing;

import hub.platform.mongo.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import reactor.core.publisher.Flux;

/**
 * Lists are read in the order of their index, and what is not for the reader is passed over in it: most of what is published is for most
 * readers.
 */
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
                                                .on("publishedAt", Direction.DESC)
                                                .on("_id", Direction.DESC)
                                                .on("kind", Direction.ASC)
                                                .on("audience", Direction.ASC)),
                                mongo.indexOps(PublicationStore.PUBLICATIONS)
                                        .createIndex(new Index("kind", Direction.ASC)
                                                .on("state", Direction.ASC)
                                                .on("training.starts", Direction.ASC)
                                                .on("_id", Direction.ASC)
                                                .on("training.ends", Direction.ASC)
                                                .on("audience", Direction.ASC)),
                                mongo.indexOps(PublicationStore.PUBLICATIONS)
                                        .createIndex(new Index("state", Direction.ASC)
                                                .on("changed.at", Direction.DESC)
                                                .on("_id", Direction.DESC)))
                        .then());
    }

    @Bean
    Migration publicationWorkflowIndexes() {
        return new Migration(
                "publications-0002-workflow",
                mongo -> Flux.concat(
                                mongo.indexOps(PublicationStore.PUBLICATIONS)
                                        .createIndex(new Index("review.open", Direction.ASC)
                                                .on("changed.at", Direction.DESC)
                                                .on("_id", Direction.DESC)),
                                mongo.indexOps(PublicationVersionStore.VERSIONS)
                                        .createIndex(
                                                new Index("publication", Direction.ASC).on("number", Direction.DESC)))
                        .then());
    }
}
