package hub.forum.constellations.links;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.groups.Visibility;
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

/** The only place that touches {@code constellation_links}, {@code constellation_link_offers} and {@code constellation_link_years}. */
@Component
class LinkStore {
    private static final String LINKS = "constellation_links";
    private static final String OFFERS = "constellation_link_offers";
    private static final String YEARS = "constellation_link_years";
    private static final String OTHER = "proposal.account";
    private static final String KEY = "proposal.key";

    /** Of one carer. */
    private static final int MOST_OF_ONE = 50;

    /** Of all constellations that somebody looks after. */
    private static final int MOST = 300;

    private final Documents<LinkRequest> links;
    private final Documents<LinkOffer> offers;
    private final Documents<LinkYear> years;

    LinkStore(Collections collections) {
        this.links = collections.of(LINKS, LinkRequest.class);
        this.offers = collections.of(OFFERS, LinkOffer.class);
        this.years = collections.of(YEARS, LinkYear.class);
    }

    /** Empty for whoever may not see it. */
    Mono<LinkRequest> find(String id, Visibility visibility) {
        return links.find(id).filter(found -> LinkPolicy.maySee(visibility, found));
    }

    /** As it is stored, in the work that changes it or tells of it. */
    Mono<LinkRequest> toChange(String id) {
        return links.find(id);
    }

    /** As it is stored, in the work that changes it: the one whose two talk in that group. */
    Mono<LinkRequest> withConversation(String group) {
        return links.list(Query.query(where(KEY).is(group)).limit(1)).next();
    }

    /** The viewer's own, the newest first. */
    Flux<LinkRequest> own(Visibility visibility) {
        return links.list(Query.query(where("account").is(visibility.viewer().id()))
                .with(Sort.by(Direction.DESC, "askedAt"))
                .limit(MOST_OF_ONE));
    }

    /** Those for which the viewer is proposed or introduced. */
    Flux<LinkRequest> proposedTo(Visibility visibility) {
        return proposedTo(visibility.viewer().id());
    }

    /** As they are stored, in the work that changes them. */
    Flux<LinkRequest> proposedTo(String account) {
        return links.list(Query.query(where(OTHER).is(account)).limit(MOST_OF_ONE));
    }

    /** As they are stored, in the work that changes them. */
    Flux<LinkRequest> askedBy(String account) {
        return links.list(Query.query(where("account").is(account)).limit(MOST_OF_ONE));
    }

    /** The requests of a constellation, the longest wait first, for its liaison workers; nothing for everybody else. */
    Flux<LinkRequest> in(String group, Visibility visibility) {
        return ConstellationPolicy.mayOversee(visibility, group)
                ? links.list(Query.query(where("group").is(group))
                        .with(Sort.by("askedAt"))
                        .limit(MOST))
                : Flux.empty();
    }

    /** The offers of all constellations that the viewer is a liaison worker of; nothing for everybody else. */
    Flux<LinkOffer> offers(Visibility visibility) {
        List<String> overseen = visibility.ownReadable().stream()
                .filter(group -> ConstellationPolicy.mayOversee(visibility, group))
                .toList();
        return overseen.isEmpty()
                ? Flux.empty()
                : offers.list(Query.query(where("group").in(overseen)).limit(MOST));
    }

    /** As it is stored, for its owner and in the work that changes it. */
    Mono<LinkOffer> offer(String id) {
        return offers.find(id);
    }

    Flux<LinkOffer> offersOf(String account) {
        return offers.list(Query.query(where("account").is(account)).limit(MOST_OF_ONE));
    }

    Mono<LinkRequest> insert(LinkRequest request) {
        return links.insert(request);
    }

    /** Empty if another change was first. */
    Mono<LinkRequest> replace(LinkRequest after, int before) {
        return links.replace(
                Query.query(where("_id").is(after.id()).and("version").is(before)), after);
    }

    Mono<LinkRequest> remove(String id) {
        return links.remove(Documents.byId(id));
    }

    Mono<LinkOffer> put(LinkOffer offer) {
        return offers.put(offer);
    }

    /** Empty if another change was first. */
    Mono<LinkOffer> replace(LinkOffer after, int before) {
        return offers.replace(
                Query.query(where("_id").is(after.id()).and("version").is(before)), after);
    }

    Mono<LinkOffer> removeOffer(String id) {
        return offers.remove(Documents.byId(id));
    }

    Mono<LinkYear> year(String id) {
        return years.find(id).defaultIfEmpty(LinkYear.none(id));
    }

    Mono<LinkYear> put(LinkYear year) {
        return years.put(year);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration linkIndexes() {
            return new Migration("constellations-0005-links", mongo -> {
                var requests = mongo.indexOps(LINKS);
                var offered = mongo.indexOps(OFFERS);
                return Flux.concat(
                                requests.createIndex(new Index("account", Direction.ASC).on("askedAt", Direction.DESC)),
                                requests.createIndex(new Index("group", Direction.ASC).on("askedAt", Direction.ASC)),
                                requests.createIndex(new Index(OTHER, Direction.ASC).sparse()),
                                requests.createIndex(new Index("openFor", Direction.ASC)
                                        .unique()
                                        .sparse()),
                                offered.createIndex(new Index("group", Direction.ASC)),
                                offered.createIndex(new Index("account", Direction.ASC)))
                        .then(mongo.collectionExists(YEARS)
                                .filter(exists -> !exists)
                                .flatMap(missing -> mongo.createCollection(YEARS))
                                .then());
            });
        }

        @Bean
        Migration linkConversationIndex() {
            return new Migration(
                    "constellations-0008-link-conversations",
                    mongo -> mongo.indexOps(LINKS)
                            .createIndex(new Index(KEY, Direction.ASC).sparse())
                            .then());
        }
    }
}
