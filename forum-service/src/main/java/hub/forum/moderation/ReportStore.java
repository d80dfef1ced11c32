package hub.forum.moderation;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.forum.groups.Visibility;
import hub.forum.threads.Threads;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import hub.platform.text.InputText;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.PartialIndexFilter;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collection {@code reports}. Moderators answer all of them; facilitators and liaison workers those of their own groups. */
@Component
class ReportStore {
    private static final String REPORTS = "reports";
    private static final String OPEN_BY_TIME = "open_by_time";
    private static final String DECIDED_BY_TIME = "decided_by_time";
    private static final String BY_AUTHOR = "by_author";
    private static final int MOST_ABOUT_ONE = 100;
    private static final int MOST_IN_ONE = 1_000;

    private final Documents<Report> reports;

    ReportStore(Collections collections) {
        this.reports = collections.of(REPORTS, Report.class);
    }

    Mono<Report> insert(Report report) {
        return reports.insert(report);
    }

    Mono<Report> own(String id, Viewer viewer) {
        return reports.first(Query.query(where("_id").is(id).and("reporter").is(viewer.id())));
    }

    Mono<Report> find(String id, Visibility visibility) {
        return reports.first(Query.query(new Criteria().andOperator(where("_id").is(id), answerable(visibility))));
    }

    /** All that is open about a post, whoever reported it: what is done to the post answers all of it. */
    Flux<Report> openAbout(String post) {
        return reports.list(
                Query.query(where("post").is(post).and("open").is(true)).limit(MOST_ABOUT_ONE));
    }

    /** The same, of what the viewer may answer. */
    Flux<Report> openAbout(String post, Visibility visibility) {
        return reports.list(Query.query(new Criteria()
                        .andOperator(where("post").is(post).and("open").is(true), answerable(visibility)))
                .limit(MOST_ABOUT_ONE));
    }

    /** One that is open, as it is stored: for work that is due and that tells nothing of it. */
    Mono<Report> openToRemind(String id) {
        return reports.find(id).filter(Report::open);
    }

    /** Those that were decided, the latest first. */
    Flux<Report> decided(Visibility visibility, int limit) {
        return reports.list(Query.query(new Criteria().andOperator(where("open").is(false), answerable(visibility)))
                .with(Sort.by(Direction.DESC, "decision.at"))
                .withHint(DECIDED_BY_TIME)
                .limit(limit));
    }

    /** Of one person's posts, the latest first. */
    Flux<Report> about(String author, Visibility visibility, int limit) {
        return reports.list(
                Query.query(new Criteria().andOperator(where("about.author").is(author), answerable(visibility)))
                        .with(Sort.by(Direction.DESC, "at"))
                        .withHint(BY_AUTHOR)
                        .limit(limit));
    }

    /** For counting alone. */
    Flux<Report> decidedSince(Instant from, int limit) {
        return reports.list(
                Query.query(where("open").is(false).and("decision.at").gte(from))
                        .withHint(DECIDED_BY_TIME)
                        .limit(limit));
    }

    /** Waiting and taken ones, oldest first. */
    Flux<Report> open(Visibility visibility, int limit) {
        Criteria open = where("open").is(true);
        return reports.list(Query.query(new Criteria().andOperator(open, answerable(visibility)))
                .with(Sort.by("at"))
                .withHint(OPEN_BY_TIME)
                .limit(limit));
    }

    /** Those about posts that stood in a conversation when they were last looked for. */
    Flux<Report> in(String thread) {
        return reports.list(Query.query(where("thread").is(thread)).limit(MOST_IN_ONE));
    }

    /** Whoever may answer it is told by where its post stands. */
    Mono<Void> moveTo(Threads.Place place, Report report) {
        return reports.changeAll(
                Documents.byId(report.id()),
                new Update().set("thread", place.thread()).set("group", place.group()));
    }

    /** Replaces a report unless somebody else changed its state meanwhile. */
    Mono<Report> save(Report before, Report after) {
        return reports.replace(
                Query.query(where("_id")
                        .is(before.id())
                        .and("state")
                        .is(before.state())
                        .and("takenBy")
                        .is(before.takenBy())),
                after);
    }

    /** More words from somebody whose report of the post is still open. */
    Mono<Report> addWords(String reporter, String post, String words) {
        Query open = Query.query(
                where("reporter").is(reporter).and("post").is(post).and("open").is(true));
        return reports.first(open)
                .flatMap(report -> reports.change(
                        open,
                        new Update()
                                .set(
                                        "words",
                                        InputText.cut(report.words() + "\n\n" + words, 5 * Report.LONGEST_WORDS))));
    }

    /** Nobody judges a report about themselves, or one of their own. */
    private static Criteria answerable(Visibility visibility) {
        String viewer = visibility.viewer().id();
        Criteria notInvolved = new Criteria()
                .andOperator(where("about.author").ne(viewer), where("reporter").ne(viewer));
        return visibility.viewer().moderator()
                ? notInvolved
                : new Criteria()
                        .andOperator(
                                notInvolved,
                                where("group")
                                        .in(visibility.own().stream()
                                                .filter(visibility::leads)
                                                .toList()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        /** Who reported a post once may report it again after that was answered: it may have been changed since. */
        @Bean
        Migration reportsOfOnePost() {
            return new Migration(
                    "moderation-0002-one-post",
                    mongo -> Flux.concat(
                                    Migration.dropIndex(mongo, REPORTS, "reporter_1_post_1"),
                                    mongo.indexOps(REPORTS)
                                            .createIndex(new Index("post", Direction.ASC)
                                                    .on("reporter", Direction.ASC)
                                                    .partial(PartialIndexFilter.of(
                                                            where("open").is(true)))
                                                    .unique()),
                                    mongo.indexOps(REPORTS)
                                            .createIndex(new Index("open", Direction.ASC)
                                                    .on("decision.at", Direction.DESC)
                                                    .named(DECIDED_BY_TIME)))
                            .then());
        }

        @Bean
        Migration reportsByThread() {
            return new Migration(
                    "moderation-0009-by-thread",
                    mongo -> mongo.indexOps(REPORTS)
                            .createIndex(new Index("thread", Direction.ASC))
                            .then());
        }

        @Bean
        Migration reportsByAuthor() {
            return new Migration(
                    "moderation-0008-by-author",
                    mongo -> mongo.indexOps(REPORTS)
                            .createIndex(new Index("about.author", Direction.ASC)
                                    .on("at", Direction.DESC)
                                    .named(BY_AUTHOR))
                            .then());
        }

        @Bean
        Migration reportIndexes() {
            return new Migration(
                    "moderation-0001-indexes",
                    mongo -> Flux.concat(
                                    mongo.indexOps(REPORTS)
                                            .createIndex(new Index("open", Direction.ASC)
                                                    .on("at", Direction.ASC)
                                                    .named(OPEN_BY_TIME)),
                                    mongo.indexOps(REPORTS)
                                            .createIndex(new Index("reporter", Direction.ASC)
                                                    .on("post", Direction.ASC)
                                                    .unique()))
                            .then());
        }
    }
}
