package hub.forum.moderation;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.forum.groups.Visibility;
import hub.platform.mongo.Migration;
import hub.platform.text.Lines;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
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

    private final ReactiveMongoTemplate mongo;

    ReportStore(ReactiveMongoTemplate mongo) {
        this.mongo = mongo;
    }

    Mono<Report> insert(Report report) {
        return mongo.insert(report, REPORTS);
    }

    Mono<Report> find(String id, Visibility visibility) {
        return mongo.findOne(
                Query.query(new Criteria().andOperator(where("_id").is(id), answerable(visibility))),
                Report.class,
                REPORTS);
    }

    /** Waiting and taken ones, oldest first. */
    Flux<Report> open(Visibility visibility, int limit) {
        Criteria open = where("open").is(true);
        return mongo.find(
                Query.query(new Criteria().andOperator(open, answerable(visibility)))
                        .with(Sort.by("at"))
                        .withHint(OPEN_BY_TIME)
                        .limit(limit),
                Report.class,
                REPORTS);
    }

    /** Replaces a report unless somebody else changed its state meanwhile. */
    Mono<Report> save(Report before, Report after) {
        return mongo.findAndReplace(
                Query.query(where("_id")
                        .is(before.id())
                        .and("state")
                        .is(before.state())
                        .and("takenBy")
                        .is(before.takenBy())),
                after,
                FindAndReplaceOptions.options().returnNew(),
                Report.class,
                REPORTS,
                Report.class);
    }

    /** More words from somebody whose report of the post is still open. */
    Mono<Report> addWords(String reporter, String post, String words) {
        Query open = Query.query(
                where("reporter").is(reporter).and("post").is(post).and("open").is(true));
        return mongo.findOne(open, Report.class, REPORTS)
                .flatMap(report -> mongo.findAndModify(
                        open,
                        new Update().set("words", Lines.cut(report.words() + "\n\n" + words, 5 * Report.LONGEST_WORDS)),
                        Report.class,
                        REPORTS));
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
