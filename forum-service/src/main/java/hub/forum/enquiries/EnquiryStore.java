package hub.forum.enquiries;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.identity.Viewer;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code enquiries}. */
@Component
class EnquiryStore {
    private static final String ENQUIRIES = "enquiries";
    private static final String AMBASSADOR = "talk.ambassador";
    private static final String RECEIVED = "history.0.at";
    private static final int MOST = 1_000;
    /** More than the places of an ambassador. */
    private static final int MOST_OF_ONE = 100;
    /** More than a council has in a year. */
    private static final int MOST_COUNTED = 20_000;

    private final Documents<Enquiry> enquiries;

    EnquiryStore(Collections collections) {
        this.enquiries = collections.of(ENQUIRIES, Enquiry.class);
    }

    /** For recruitment officers; empty for everybody else. */
    Mono<Enquiry> find(String id, Viewer viewer) {
        return Enquiries.answers(viewer) ? enquiries.find(id) : Mono.empty();
    }

    /** In one state, for recruitment officers; nothing for everybody else. */
    Flux<Enquiry> from(Enquiry.State state, Viewer viewer) {
        return Enquiries.answers(viewer)
                ? enquiries.list(Query.query(where("state").is(state))
                        .with(Sort.by("_id"))
                        .limit(MOST))
                : Flux.empty();
    }

    /** Passed on, the latest first, for recruitment officers; nothing for everybody else. */
    Flux<Enquiry> latest(Viewer viewer) {
        return Enquiries.answers(viewer)
                ? enquiries.list(Query.query(where("passedAt").exists(true))
                        .with(Sort.by(Direction.DESC, "passedAt"))
                        .limit(MOST))
                : Flux.empty();
    }

    /** Ended and not yet erased, the earliest first, for recruitment officers; nothing for everybody else. */
    Flux<Enquiry> before(Viewer viewer) {
        return Enquiries.answers(viewer)
                ? enquiries.list(Query.query(
                                where("endedAt").exists(true).and("reference").exists(true))
                        .with(Sort.by("endedAt"))
                        .limit(MOST))
                : Flux.empty();
    }

    /** One that the viewer is asked about, or talks to, as an ambassador; empty for everybody else. */
    Mono<Enquiry> findMatched(String id, Viewer viewer) {
        return enquiries.first(Query.query(where("_id").is(id).and(AMBASSADOR).is(viewer.id())));
    }

    /** Those that the viewer is asked about, or talks to, as an ambassador, the longest first. */
    Flux<Enquiry> matched(Viewer viewer) {
        return ofAmbassador(viewer.id());
    }

    /** For a change of them. */
    Flux<Enquiry> ofAmbassador(String ambassador) {
        return enquiries.list(Query.query(where(AMBASSADOR).is(ambassador))
                .with(Sort.by("_id"))
                .limit(MOST_OF_ONE));
    }

    /** Those that came from then on and before, for counting; nothing for whoever does not answer. */
    Flux<Enquiry> between(Instant from, Instant to, Viewer viewer) {
        return Enquiries.answers(viewer)
                ? enquiries.list(Query.query(where(RECEIVED).gte(from).lt(to)).limit(MOST_COUNTED))
                : Flux.empty();
    }

    /** For a change of it, and for whoever has its link. */
    Mono<Enquiry> byId(String id) {
        return enquiries.find(id);
    }

    Mono<Enquiry> byReference(String reference) {
        return enquiries.first(Query.query(where("reference").is(reference)));
    }

    Mono<Enquiry> insert(Enquiry enquiry) {
        return enquiries.insert(enquiry);
    }

    Mono<Void> insertAll(List<Enquiry> all) {
        return enquiries.insertAll(all);
    }

    /** Empty if another change was first. */
    Mono<Enquiry> replace(Enquiry after, int before) {
        return enquiries.replace(
                Query.query(where("_id").is(after.id()).and("version").is(before)), after);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration enquiryIndexes() {
            return new Migration("enquiries-0001-indexes", mongo -> {
                var indexes = mongo.indexOps(ENQUIRIES);
                return Flux.concat(
                                indexes.createIndex(new Index("state", Direction.ASC).on("_id", Direction.ASC)),
                                indexes.createIndex(new Index("reference", Direction.ASC)
                                        .unique()
                                        .sparse()),
                                indexes.createIndex(new Index("passedAt", Direction.DESC).sparse()),
                                indexes.createIndex(new Index("endedAt", Direction.ASC).sparse()))
                        .then();
            });
        }

        @Bean
        Migration enquiryAmbassadorIndexes() {
            return new Migration("enquiries-0002-ambassadors", mongo -> {
                var indexes = mongo.indexOps(ENQUIRIES);
                return Flux.concat(
                                indexes.createIndex(new Index(AMBASSADOR, Direction.ASC)
                                        .on("_id", Direction.ASC)
                                        .sparse()),
                                indexes.createIndex(new Index(RECEIVED, Direction.ASC)))
                        .then();
            });
        }
    }
}
