package hub.forum.moderation;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.identity.Viewer;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The only place that touches {@code redactions}. All is found by id. */
@Component
class RedactionStore {
    private static final String REDACTIONS = "redactions";

    private final Documents<Redaction> redactions;

    RedactionStore(Collections collections) {
        this.redactions = collections.of(REDACTIONS, Redaction.class);
    }

    /** For moderators; empty for everybody else. */
    Mono<Redaction> find(String id, Viewer viewer) {
        return viewer.moderator()
                ? redactions.first(Query.query(where("_id").is(id)).limit(1))
                : Mono.empty();
    }

    /** Whether one that began with this post has not come to its end. */
    Mono<Boolean> isCutOff(String post) {
        return redactions.exists(Query.query(where("post").is(post).and("done").is(false)));
    }

    Mono<Redaction> put(Redaction redaction) {
        return redactions.put(redaction);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration redactionsByPost() {
            return new Migration(
                    "moderation-0011-redactions",
                    mongo -> mongo.indexOps(REDACTIONS)
                            .createIndex(new Index("post", Direction.ASC).on("done", Direction.ASC))
                            .then());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Kept {
        @Bean
        WordsKept redactionsWordsKept() {
            return WordsKept.in(REDACTIONS)
                    .of("by")
                    .words("reason")
                    .facts("at", "places")
                    .copies("reason")
                    .when(Closing.RECORD);
        }
    }
}
