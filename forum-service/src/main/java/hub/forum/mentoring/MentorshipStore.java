package hub.forum.mentoring;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.forum.mentoring.mentors.Mentors;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code mentorships} and {@code mentorship_words}. */
@Component
class MentorshipStore {
    private static final String MENTORSHIPS = "mentorships";
    private static final String WORDS = "mentorship_words";
    private static final String MENTOR = "proposal.mentor";
    /** Of one person, or that wait, or are active. */
    private static final int MOST = 1_000;

    private final Documents<Mentorship> mentorships;
    private final Documents<MentorshipWords> words;

    MentorshipStore(Collections collections) {
        this.mentorships = collections.of(MENTORSHIPS, Mentorship.class);
        this.words = collections.of(WORDS, MentorshipWords.class);
    }

    /** @param supervised the households that the viewer supervises now */
    private static Criteria readableBy(Viewer viewer, Set<String> supervised) {
        String account = viewer.id();
        return Mentors.matches(viewer)
                ? new Criteria()
                : new Criteria()
                        .orOperator(
                                where("mentee").is(account),
                                where(MENTOR).is(account),
                                where("household").in(supervised));
    }

    /** One that the viewer may know of: her own, of a household that she supervises, any for those who match. */
    Mono<Mentorship> find(String id, Viewer viewer, Set<String> supervised) {
        return mentorships.first(
                Query.query(new Criteria().andOperator(where("_id").is(id), readableBy(viewer, supervised))));
    }

    /** The viewer's own as a mentee, the newest first. */
    Flux<Mentorship> latest(Viewer viewer) {
        return mentorships.list(Query.query(where("mentee").is(viewer.id()))
                .with(Sort.by(Direction.DESC, "askedAt"))
                .limit(MOST));
    }

    /** Those in which the viewer is asked to be, or is, or was the mentor, the newest first. */
    Flux<Mentorship> asMentor(Viewer viewer) {
        return mentorships.list(Query.query(where(MENTOR).is(viewer.id()))
                .with(Sort.by(Direction.DESC, "since"))
                .limit(MOST));
    }

    /** Those that are not over, of these people. The caller supervises them. */
    Flux<Mentorship> openOf(Collection<String> mentees) {
        return mentorships.list(Query.query(where("openFor").in(mentees)).limit(MOST));
    }

    /** In one state, the longest first, for those who match; nothing for everybody else. */
    Flux<Mentorship> from(Mentorship.State state, Viewer viewer) {
        return Mentors.matches(viewer)
                ? mentorships.list(Query.query(where("state").is(state))
                        .with(Sort.by("since"))
                        .limit(MOST))
                : Flux.empty();
    }

    /** How many wait to be matched, for those who match. */
    Mono<Long> countWaiting() {
        return mentorships.count(
                Query.query(where("state").is(Mentorship.State.REQUESTED)).limit(MOST));
    }

    /** For a change of it. */
    Mono<Mentorship> byId(String id) {
        return mentorships.find(id);
    }

    Mono<Mentorship> insert(Mentorship mentorship) {
        return mentorships.insert(mentorship);
    }

    Mono<Void> insertAll(List<Mentorship> all, List<MentorshipWords> said) {
        return mentorships.insertAll(all).then(words.insertAll(said));
    }

    /** Empty if another change was first. */
    Mono<Mentorship> replace(Mentorship after, int before) {
        return mentorships.replace(
                Query.query(where("_id").is(after.id()).and("version").is(before)), after);
    }

    /** What is said in it, for whoever may read that; empty for everybody else. */
    Mono<MentorshipWords> findWords(String id, Viewer viewer) {
        return words.first(Query.query(where("_id").is(id).and("readers").is(viewer.id())));
    }

    /** For a change of it. */
    Mono<MentorshipWords> wordsById(String id) {
        return words.find(id);
    }

    Mono<MentorshipWords> put(MentorshipWords said) {
        return words.put(said);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration mentorshipIndexes() {
            return new Migration("mentoring-0002-mentorships", mongo -> {
                var indexes = mongo.indexOps(MENTORSHIPS);
                return Flux.concat(
                                indexes.createIndex(new Index("mentee", Direction.ASC).on("askedAt", Direction.DESC)),
                                indexes.createIndex(new Index(MENTOR, Direction.ASC).on("since", Direction.DESC)),
                                indexes.createIndex(new Index("household", Direction.ASC)),
                                indexes.createIndex(new Index("openFor", Direction.ASC)
                                        .unique()
                                        .sparse()),
                                indexes.createIndex(new Index("state", Direction.ASC).on("since", Direction.ASC)))
                        .then(mongo.collectionExists(WORDS)
                                .filter(exists -> !exists)
                                .flatMap(missing -> mongo.createCollection(WORDS))
                                .then());
            });
        }

        /** Whose words they are stood with the mentorship alone. */
        @Bean
        Migration menteesOfWords() {
            return new Migration(
                    "mentoring-0003-mentees",
                    mongo -> mongo.find(new Query(), Document.class, MENTORSHIPS)
                            .concatMap(one -> mongo.updateFirst(
                                    Query.query(where("_id").is(one.getString("_id"))),
                                    new Update().set("mentee", one.getString("mentee")),
                                    WORDS))
                            .then());
        }
    }
}
