package hub.forum.groups;

import hub.platform.mongo.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.PartialIndexFilter;
import org.springframework.data.mongodb.core.query.Criteria;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class GroupMigrations {

    @Bean
    Migration groupIndexes() {
        return new Migration(
                "groups-0001-indexes",
                mongo -> Flux.concat(groups(mongo), memberships(mongo), requests(mongo), entries(mongo))
                        .then(households(mongo)));
    }

    private static Flux<String> groups(ReactiveMongoTemplate mongo) {
        var indexes = mongo.indexOps(GroupStore.GROUPS);
        return Flux.concat(
                indexes.createIndex(new Index("privacy", Direction.ASC)),
                indexes.createIndex(new Index("name", Direction.ASC).on("_id", Direction.ASC)),
                indexes.createIndex(new Index("formKey", Direction.ASC).unique().sparse()));
    }

    private static Flux<String> memberships(ReactiveMongoTemplate mongo) {
        var indexes = mongo.indexOps(MembershipStore.MEMBERSHIPS);
        return Flux.concat(
                indexes.createIndex(new Index("account", Direction.ASC)),
                indexes.createIndex(new Index("group", Direction.ASC).on("since", Direction.ASC)));
    }

    private static Flux<String> requests(ReactiveMongoTemplate mongo) {
        var indexes = mongo.indexOps(JoinRequestStore.REQUESTS);
        return Flux.concat(
                indexes.createIndex(new Index("group", Direction.ASC)
                        .on("account", Direction.ASC)
                        .named("one_open")
                        .unique()
                        .partial(PartialIndexFilter.of(Criteria.where("state").is(JoinRequest.State.OPEN.name())))),
                indexes.createIndex(new Index("group", Direction.ASC)
                        .on("state", Direction.ASC)
                        .on("at", Direction.ASC)),
                indexes.createIndex(new Index("account", Direction.ASC).on("at", Direction.DESC)));
    }

    private static Flux<String> entries(ReactiveMongoTemplate mongo) {
        var indexes = mongo.indexOps(ModeratorEntryStore.ENTRIES);
        return Flux.concat(
                indexes.createIndex(new Index("moderator", Direction.ASC).on("until", Direction.ASC)),
                indexes.createIndex(new Index("group", Direction.ASC).on("at", Direction.DESC)));
    }

    /** Found by its id alone; made now because a transaction that has to make it would conflict with the next. */
    private static Mono<Void> households(ReactiveMongoTemplate mongo) {
        return mongo.collectionExists(MembershipStore.HOUSEHOLDS)
                .filter(exists -> !exists)
                .flatMap(missing -> mongo.createCollection(MembershipStore.HOUSEHOLDS))
                .then();
    }
}
