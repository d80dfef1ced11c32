package hub.forum.clusters;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code cluster_guests}. */
@Component
class GuestStore {
    private static final String GUESTS = "cluster_guests";

    /** Of one meeting. */
    private static final int MOST = 2_000;

    private final Documents<Guest> guests;

    GuestStore(Collections collections) {
        this.guests = collections.of(GUESTS, Guest.class);
    }

    Mono<Guest> find(String id) {
        return guests.find(id);
    }

    Mono<Guest> find(String meeting, String email) {
        return guests.first(
                Query.query(where("meeting").is(meeting).and("email").is(email)));
    }

    Flux<Guest> of(String meeting) {
        return guests.list(Query.query(where("meeting").is(meeting)).limit(MOST));
    }

    Mono<Guest> put(Guest guest) {
        return guests.put(guest);
    }

    Mono<Guest> remove(String id) {
        return guests.remove(Documents.byId(id));
    }

    Mono<Void> removeAll(String meeting) {
        return guests.removeAll(Query.query(where("meeting").is(meeting)));
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration guestIndexes() {
            return new Migration(
                    "clusters-0001-indexes",
                    mongo -> mongo.indexOps(GUESTS)
                            .createIndex(new Index("meeting", Direction.ASC)
                                    .on("email", Direction.ASC)
                                    .unique())
                            .then());
        }
    }
}
