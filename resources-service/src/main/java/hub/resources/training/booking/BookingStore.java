package hub.resources.training.booking;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import hub.resources.training.booking.Booking.State;
import java.time.Instant;
import java.util.Collection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code training_bookings}. */
@Component
class BookingStore {
    private static final String BOOKINGS = "training_bookings";

    /** Places and all who would like one of a session. */
    private static final int MOST_OF_A_SESSION = 2_000;

    private static final int MOST_OF_A_PERSON = 200;

    private final Documents<Booking> bookings;

    BookingStore(Collections collections) {
        this.bookings = collections.of(BOOKINGS, Booking.class);
    }

    Mono<Booking> find(String id) {
        return bookings.find(id);
    }

    /** Those that stand, in their order. */
    Flux<Booking> standing(String session) {
        return bookings.list(
                Query.query(where("session").is(session).and("state").in(State.BOOKED, State.WAITING, State.OFFERED))
                        .with(Sort.by("number", "_id"))
                        .limit(MOST_OF_A_SESSION));
    }

    /** For the register: those who have a place, and those who came without. */
    Flux<Booking> expected(String session) {
        return bookings.list(
                Query.query(where("session").is(session).and("state").in(State.BOOKED, State.OFFERED, State.WALKED_IN))
                        .with(Sort.by("number", "_id"))
                        .limit(MOST_OF_A_SESSION));
    }

    /** A person's own of a session that stands. */
    Mono<Booking> standing(String session, String account) {
        return bookings.first(Query.query(where("accounts")
                .is(account)
                .and("session")
                .is(session)
                .and("state")
                .in(State.BOOKED, State.WAITING, State.OFFERED)));
    }

    /** A person's own that starts between two moments, in any state, the soonest first. */
    Flux<Booking> of(String account, Instant from, Instant to) {
        return bookings.list(Query.query(
                        where("accounts").is(account).and("starts").gte(from).lt(to))
                .with(Sort.by("starts", "_id"))
                .limit(MOST_OF_A_PERSON));
    }

    /** A person's own, the latest first. */
    Flux<Booking> latestOf(String account, Instant before) {
        return bookings.list(
                Query.query(where("accounts").is(account).and("starts").lt(before))
                        .with(Sort.by(Direction.DESC, "starts", "_id"))
                        .limit(MOST_OF_A_PERSON));
    }

    /** Of some sessions, for figures. */
    Flux<Booking> ofAll(Collection<String> sessions, int limit) {
        return bookings.list(Query.query(where("session").in(sessions)).limit(limit));
    }

    /** What the same form of the same person brought before. */
    Mono<Booking> sentBefore(String session, String by, String formKey) {
        return bookings.first(Query.query(
                where("by").is(by).and("formKey").is(formKey).and("session").is(session)));
    }

    Mono<Booking> insert(Booking booking) {
        return bookings.insert(booking);
    }

    Mono<Booking> save(Booking booking) {
        return bookings.put(booking);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration bookingIndexes() {
            return new Migration(
                    "training-bookings-0001-indexes",
                    mongo -> Flux.concat(
                                    mongo.indexOps(BOOKINGS)
                                            .createIndex(new Index("by", Direction.ASC)
                                                    .on("formKey", Direction.ASC)
                                                    .on("session", Direction.ASC)
                                                    .unique()),
                                    mongo.indexOps(BOOKINGS)
                                            .createIndex(new Index("session", Direction.ASC)
                                                    .on("state", Direction.ASC)
                                                    .on("number", Direction.ASC)
                                                    .on("_id", Direction.ASC)),
                                    mongo.indexOps(BOOKINGS)
                                            .createIndex(new Index("accounts", Direction.ASC)
                                                    .on("starts", Direction.ASC)
                                                    .on("_id", Direction.ASC)))
                            .then());
        }
    }
}
