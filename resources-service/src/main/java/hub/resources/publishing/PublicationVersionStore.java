package hub.resources.publishing;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code publication_versions}. */
@Component
class PublicationVersionStore {
    static final String VERSIONS = "publication_versions";

    private final Documents<PublicationVersion> versions;

    PublicationVersionStore(Collections collections) {
        this.versions = collections.of(VERSIONS, PublicationVersion.class);
    }

    /** Keeps it; kept already is kept. */
    Mono<Void> keep(PublicationVersion version) {
        return versions.put(version).then();
    }

    Mono<PublicationVersion> find(String publication, long number) {
        return versions.find(PublicationVersion.id(publication, number));
    }

    /** The newest first, from before a number. */
    Flux<PublicationVersion> before(String publication, long number, int limit) {
        return versions.list(
                Query.query(where("publication").is(publication).and("number").lt(number))
                        .with(Sort.by(Direction.DESC, "number"))
                        .limit(limit));
    }
}
