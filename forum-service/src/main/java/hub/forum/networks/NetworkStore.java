package hub.forum.networks;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.identity.Viewer;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.util.Collection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code network_choices} and {@code network_groups}. */
@Component
class NetworkStore {
    private static final String CHOICES = "network_choices";
    private static final String GROUPS = "network_groups";

    /** Of one council. */
    private static final int MOST_GROUPS = 100;

    private static final int MOST_PEOPLE = 10_000;

    private final Documents<NetworkChoice> choices;
    private final Documents<NetworkGroup> groups;

    NetworkStore(Collections collections) {
        this.choices = collections.of(CHOICES, NetworkChoice.class);
        this.groups = collections.of(GROUPS, NetworkGroup.class);
    }

    /** The viewer's own, and nobody else's. */
    Mono<NetworkChoice> own(Viewer viewer) {
        return choices.find(viewer.id());
    }

    Mono<NetworkChoice> put(NetworkChoice choice) {
        return choices.put(choice);
    }

    Mono<NetworkChoice> forget(String account) {
        return choices.remove(Documents.byId(account));
    }

    /** How many people a trait fits. */
    Mono<Long> count(Trait trait) {
        return choices.count(Query.query(where("traits").is(trait)).limit(MOST_PEOPLE));
    }

    /** The groups for some traits. Whether the viewer may know of each is for the caller to ask. */
    Flux<NetworkGroup> forTraits(Collection<Trait> traits) {
        return groups.list(Query.query(where("trait").in(traits)).limit(MOST_GROUPS));
    }

    Mono<NetworkGroup> put(NetworkGroup group) {
        return groups.put(group);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration networkIndexes() {
            return new Migration(
                    "networks-0001-indexes",
                    mongo -> Flux.concat(
                                    mongo.indexOps(CHOICES).createIndex(new Index("traits", Direction.ASC)),
                                    mongo.indexOps(GROUPS).createIndex(new Index("trait", Direction.ASC)))
                            .then());
        }
    }
}
