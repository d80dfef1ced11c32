package hub.forum.moderation;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.forum.groups.Visibility;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collection {@code approvals}: only ever added to. */
@Component
class PostDecisionStore {
    private static final String APPROVALS = "approvals";

    private final Documents<PostDecision> approvals;

    PostDecisionStore(Collections collections) {
        this.approvals = collections.of(APPROVALS, PostDecision.class);
    }

    Mono<PostDecision> insert(PostDecision approval) {
        return approvals.insert(approval);
    }

    /** About one person's posts, the latest first, for moderators. */
    Flux<PostDecision> about(String author, int limit, Viewer viewer) {
        return viewer.moderator()
                ? approvals.list(Query.query(where("author").is(author))
                        .with(Sort.by(Direction.DESC, "at"))
                        .limit(limit))
                : Flux.error(new NotAllowed());
    }

    /** Whether something was decided about a post, for whoever decides there. */
    Mono<Boolean> has(String post, Visibility visibility) {
        Criteria about = where("post").is(post);
        return approvals.exists(Query.query(
                visibility.viewer().moderator()
                        ? about
                        : about.and("group")
                                .in(visibility.own().stream()
                                        .filter(visibility::leads)
                                        .toList())));
    }

    /** For counting alone. */
    Flux<PostDecision> decidedSince(Instant from, int limit) {
        return approvals.list(Query.query(where("at").gte(from)).limit(limit));
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration approvalIndexes() {
            return new Migration(
                    "moderation-0006-approvals",
                    mongo -> Flux.concat(
                                    mongo.indexOps(APPROVALS)
                                            .createIndex(new Index("author", Direction.ASC).on("at", Direction.DESC)),
                                    mongo.indexOps(APPROVALS).createIndex(new Index("post", Direction.ASC)),
                                    mongo.indexOps(APPROVALS).createIndex(new Index("at", Direction.ASC)))
                            .then());
        }
    }
}
