package hub.platform.mail;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.identity.Viewer;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Migration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Letters of a hub that has no mail server, for two weeks. Each person sees their own. */
@Component
public class PostBoxStore {
    private static final String POST_BOX = "post_box";
    private static final Duration KEPT = Duration.ofDays(14);
    private static final int MOST = 50;

    private final Documents<Kept> letters;
    private final MailSettings settings;
    private final Clock clock;

    PostBoxStore(Collections collections, MailSettings settings, Clock clock) {
        this.letters = collections.of(POST_BOX, Kept.class);
        this.settings = settings;
        this.clock = clock;
    }

    /** A letter as it would have gone out. */
    public record Kept(String id, String account, Instant at, String to, String subject, String html, String text) {}

    /** Whether letters come here rather than to people's addresses. */
    public boolean isOpen() {
        return !settings.sends();
    }

    Mono<Void> put(String account, Envelope envelope) {
        return letters.put(new Kept(
                        Ids.of(envelope.id()),
                        account,
                        clock.instant(),
                        envelope.to(),
                        envelope.subject(),
                        envelope.html(),
                        envelope.text()))
                .then();
    }

    /** The viewer's own, newest first. */
    public Flux<Kept> of(Viewer viewer) {
        return letters.list(Query.query(where("account").is(viewer.id()))
                .with(Sort.by(Direction.DESC, "at", "_id"))
                .limit(MOST));
    }

    /** One of the viewer's own. */
    public Mono<Kept> find(String id, Viewer viewer) {
        return letters.first(Query.query(where("_id").is(id).and("account").is(viewer.id())));
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration postBoxIndexes() {
            return new Migration("mail-0002-post-box", mongo -> {
                var indexes = mongo.indexOps(POST_BOX);
                return Flux.concat(
                                indexes.createIndex(new Index("account", Direction.ASC)
                                        .on("at", Direction.DESC)
                                        .on("_id", Direction.DESC)),
                                indexes.createIndex(new Index("at", Direction.ASC).expire(KEPT)))
                        .then();
            });
        }
    }
}
