package hub.forum.constellations.contacts;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.groups.Visibility;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import hub.platform.mongo.PageKey;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

/** The only place that touches {@code constellation_contacts}. */
@Component
class ContactStore {
    static final String CONTACTS = "constellation_contacts";

    /** Of one constellation in a year: ten households that have support three times a week, twice over. */
    private static final int MOST_A_YEAR = 3_000;

    private static final int MOST_OPEN = 100;

    private static final String DAY = "day";

    private final Documents<SupportContact> contacts;

    ContactStore(Collections collections) {
        this.contacts = collections.of(CONTACTS, SupportContact.class);
    }

    /** Empty for whoever may not see it. */
    Mono<SupportContact> find(String id, Visibility visibility) {
        return contacts.find(id).filter(found -> ContactPolicy.maySee(visibility, found));
    }

    /** As it is stored, in the work that changes it or tells of it. */
    Mono<SupportContact> toChange(String id) {
        return contacts.find(id);
    }

    /** Those of a group that the viewer may see, the latest first, behind a last one. */
    Flux<SupportContact> latest(String group, @Nullable SupportContact before, int limit, Visibility visibility) {
        Criteria seen = seen(group, visibility);
        Criteria page = before == null
                ? seen
                : new Criteria().andOperator(seen, PageKey.before(DAY, before.day(), before.id()));
        return contacts.list(
                Query.query(page).with(Sort.by(Direction.DESC, DAY, "_id")).limit(limit));
    }

    /** Of those the viewer may see: where something more is wanted, the first by when first. */
    Flux<SupportContact> open(String group, Visibility visibility) {
        return contacts.list(Query.query(seen(group, visibility)
                        .and("followedUp")
                        .is(false)
                        .and("followUp")
                        .ne(null))
                .with(Sort.by("followUp", "_id"))
                .limit(MOST_OPEN));
    }

    /** All of some days, for those who keep the constellation, to be counted. */
    Flux<SupportContact> between(String group, LocalDate first, LocalDate last, Visibility visibility) {
        return ConstellationPolicy.mayKeep(visibility, group)
                ? contacts.list(
                        Query.query(where("group").is(group).and(DAY).gte(first).lte(last))
                                .limit(MOST_A_YEAR))
                : Flux.empty();
    }

    private static Criteria seen(String group, Visibility visibility) {
        Criteria in = where("group").in(visibility.mayPost(group) ? List.of(group) : List.of());
        String viewer = visibility.viewer().id();
        return ConstellationPolicy.mayKeep(visibility, group)
                ? in
                : in.and("carer").is(viewer);
    }

    Mono<SupportContact> insert(SupportContact contact) {
        return contacts.insert(contact);
    }

    Mono<Void> insertAll(List<SupportContact> some) {
        return contacts.insertAll(some);
    }

    /** Empty if another change was first. */
    Mono<SupportContact> replace(SupportContact after, int versionBefore) {
        return contacts.replace(
                Query.query(where("_id").is(after.id()).and("version").is(versionBefore)), after);
    }

    /** Empty if it is gone already. */
    Mono<SupportContact> remove(String id) {
        return contacts.remove(Documents.byId(id));
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration contactIndexes() {
            return new Migration("constellations-0003-contacts", mongo -> {
                var indexes = mongo.indexOps(CONTACTS);
                return Flux.concat(
                                indexes.createIndex(new Index("group", Direction.ASC)
                                        .on(DAY, Direction.DESC)
                                        .on("_id", Direction.DESC)),
                                indexes.createIndex(new Index("group", Direction.ASC)
                                        .on("followedUp", Direction.ASC)
                                        .on("followUp", Direction.ASC)
                                        .on("_id", Direction.ASC)))
                        .then();
            });
        }
    }
}
