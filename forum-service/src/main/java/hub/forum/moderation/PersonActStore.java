package hub.forum.moderation;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
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

/** The collection {@code person_acts}: read by moderators, and without the notes by the person it is about. */
@Component
class PersonActStore {
    private static final String ACTS = "person_acts";
    private static final int MOST_OF_ONE = 200;
    private static final int MOST_REMEMBERED = 10_000;

    private final Documents<PersonAct> acts;
    private final DocumentCache<String, List<PersonAct>> inForce;

    PersonActStore(Collections collections) {
        this.acts = collections.of(ACTS, PersonAct.class);
        this.inForce = acts.cache(CacheKey.field("person"), MOST_REMEMBERED, this::readInForce);
    }

    private Mono<List<PersonAct>> readInForce(String person) {
        return acts.list(Query.query(where("person").is(person).and("inForce").is(true))
                        .with(Sort.by("at"))
                        .limit(MOST_OF_ONE))
                .collectList();
    }

    /** What holds for somebody now, the oldest first. */
    Mono<List<PersonAct>> inForce(String person) {
        return inForce.get(person);
    }

    /** As it is stored now, for a step of a transaction. */
    Mono<PersonAct> inForce(String person, PersonAct.Kind kind) {
        return acts.first(Query.query(
                where("person").is(person).and("inForce").is(true).and("kind").is(kind.name())));
    }

    Mono<PersonAct> insert(PersonAct act) {
        return acts.insert(act);
    }

    Mono<PersonAct> withFormKey(String by, String formKey) {
        return acts.first(Query.query(where("by").is(by).and("formKey").is(formKey)));
    }

    /** Unless somebody was first. */
    Mono<PersonAct> save(PersonAct before, PersonAct after) {
        return acts.replace(
                Query.query(where("_id")
                        .is(before.id())
                        .and("inForce")
                        .is(before.inForce())
                        .and("lifted")
                        .is(before.lifted())),
                after);
    }

    Mono<PersonAct> find(String id, Viewer viewer) {
        return viewer.moderator() ? acts.find(id) : Mono.error(new NotAllowed());
    }

    /** One's own, without notes. Somebody who is paused reads it too. */
    Mono<PersonAct> own(String id, Viewer viewer) {
        return Mono.justOrEmpty(viewer.account())
                .flatMap(account ->
                        acts.first(Query.query(where("_id").is(id).and("person").is(account))))
                .filter(act -> act.kind() != PersonAct.Kind.NOTE);
    }

    /** One's own, without notes, the latest first. */
    Flux<PersonAct> own(Viewer viewer) {
        return Mono.justOrEmpty(viewer.account())
                .flatMapMany(this::of)
                .filter(act -> act.kind() != PersonAct.Kind.NOTE);
    }

    /** All about somebody, the latest first. */
    Flux<PersonAct> about(String person, Viewer viewer) {
        return viewer.moderator() ? of(person) : Flux.error(new NotAllowed());
    }

    private Flux<PersonAct> of(String person) {
        return acts.list(Query.query(where("person").is(person))
                .with(Sort.by(Direction.DESC, "at"))
                .limit(MOST_OF_ONE));
    }

    /** As it is stored, for work that is due. */
    Mono<PersonAct> toEnd(String id) {
        return acts.find(id);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration personActIndexes() {
            return new Migration(
                    "moderation-0004-people",
                    mongo -> Flux.concat(
                                    mongo.indexOps(ACTS)
                                            .createIndex(new Index("person", Direction.ASC).on("at", Direction.DESC)),
                                    mongo.indexOps(ACTS)
                                            .createIndex(new Index("person", Direction.ASC)
                                                    .on("inForce", Direction.ASC)
                                                    .on("at", Direction.ASC)),
                                    mongo.indexOps(ACTS)
                                            .createIndex(new Index("by", Direction.ASC)
                                                    .on("formKey", Direction.ASC)
                                                    .unique()),
                                    mongo.indexOps(ACTS)
                                            .createIndex(new Index("holds", Direction.ASC)
                                                    .unique()
                                                    .sparse()))
                            .then());
        }
    }
}
