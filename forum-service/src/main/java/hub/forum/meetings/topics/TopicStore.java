package hub.forum.meetings.topics;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.forum.groups.Visibility;
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

/** The only place that touches {@code meeting_topics}, always through a viewer's eyes. */
@Component
class TopicStore {
    private static final String TOPICS = "meeting_topics";
    private static final int MOST = 100;

    private final Documents<Topic> topics;

    TopicStore(Collections collections) {
        this.topics = collections.of(TOPICS, Topic.class);
    }

    Mono<Topic> find(String id, Visibility visibility) {
        return topics.find(id).filter(topic -> visibility.mayRead(topic.group()));
    }

    /** The open ones of a group, the oldest first. */
    Flux<Topic> open(String group, Visibility visibility) {
        return visibility.mayRead(group)
                ? topics.list(Query.query(where("group").is(group).and("open").is(true))
                        .with(Sort.by("at"))
                        .limit(MOST))
                : Flux.empty();
    }

    Mono<Topic> insert(Topic topic) {
        return topics.insert(topic);
    }

    Mono<Topic> put(Topic topic) {
        return topics.put(topic);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration topicIndexes() {
            return new Migration(
                    "meetings-0003-topics",
                    mongo -> mongo.indexOps(TOPICS)
                            .createIndex(new Index("group", Direction.ASC)
                                    .on("open", Direction.ASC)
                                    .on("at", Direction.ASC))
                            .then());
        }
    }
}
