package hub.forum.moderation;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collection {@code saved_replies}. */
@Component
class SavedReplyStore {
    private static final String REPLIES = "saved_replies";

    private final Documents<SavedReply> replies;

    SavedReplyStore(Collections collections) {
        this.replies = collections.of(REPLIES, SavedReply.class);
    }

    /** By title. */
    Flux<SavedReply> all(int limit) {
        return replies.list(
                Query.query(where("title").gt("")).with(Sort.by("title")).limit(limit));
    }

    Mono<SavedReply> find(String id) {
        return replies.find(id);
    }

    Mono<SavedReply> insert(SavedReply reply) {
        return replies.insert(reply);
    }

    Mono<SavedReply> replace(SavedReply reply) {
        return replies.replace(Documents.byId(reply.id()), reply);
    }

    Mono<SavedReply> remove(String id) {
        return replies.remove(Documents.byId(id));
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration savedReplyTitles() {
            return new Migration(
                    "moderation-0007-saved-replies",
                    mongo -> mongo.indexOps(REPLIES)
                            .createIndex(new Index("title", Direction.ASC).unique())
                            .then());
        }
    }
}
