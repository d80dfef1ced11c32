package hub.resources.publishing;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.PartialIndexFilter;
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

    /** No two guides, and no two campaigns, have one address. */
    @Bean
    Migration publicationAddresses() {
        return new Migration(
                "publications-0003-addresses",
                mongo -> mongo.indexOps(PublicationStore.PUBLICATIONS)
                        .createIndex(new Index("address", Direction.ASC)
                                .on("kind", Direction.ASC)
                                .unique()
                                .partial(PartialIndexFilter.of(where("address").exists(true))))
                        .then());
    }

    /**
     * The newest of some kinds, however many guides are published besides: each kind in its order, merged. The index of training dates is of training alone, so that
     * no list of several kinds is read by it and sorted.
     */
    @Bean
    Migration publicationsByKind() {
        return new Migration(
                "publications-0004-by-kind",
                mongo -> Flux.concat(
                                Migration.dropIndex(
                                        mongo,
                                        PublicationStore.PUBLICATIONS,
                                        "kind_1_state_1_training.starts_1__id_1_training.ends_1_audience_1"),
                                mongo.indexOps(PublicationStore.PUBLICATIONS)
                                        .createIndex(new Index("kind", Direction.ASC)
                                                .on("state", Direction.ASC)
                                                .on("training.starts", Direction.ASC)
                                                .on("_id", Direction.ASC)
                                                .on("training.ends", Direction.ASC)
                                                .on("audience", Direction.ASC)
                                                .named("training_by_date")
                                                .partial(PartialIndexFilter.of(
                                                        where("kind").is(Kind.TRAINING_NOTICE.name())))),
                                mongo.indexOps(PublicationStore.PUBLICATIONS)
                                        .createIndex(new Index("state", Direction.ASC)
                                                .on("kind", Direction.ASC)
                                                .on("publishedAt", Direction.DESC)
                                                .on("_id", Direction.DESC)
                                                .on("audience", Direction.ASC)))
                        .then());
    }
}
