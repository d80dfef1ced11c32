package hub.forum.moderation;

import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.forum.threads.ImportThreads;
import hub.forum.threads.ThreadModeration;
import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import hub.platform.identity.Accounts;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reports, an appeal and decisions of the demo, each done as the person would do it. */
@Component
@Order(DemoContent.SCHEMES)
class ModerationDemo implements DemoContent {
    private final DemoFiles files;
    private final Accounts accounts;
    private final Rights rights;
    private final Reports reports;
    private final ReportStore store;
    private final Appeals appeals;
    private final ThreadModeration acts;

    ModerationDemo(
            DemoFiles files,
            Accounts accounts,
            Rights rights,
            Reports reports,
            ReportStore store,
            Appeals appeals,
            ThreadModeration acts) {
        this.files = files;
        this.accounts = accounts;
        this.rights = rights;
        this.reports = reports;
        this.store = store;
        this.appeals = appeals;
        this.acts = acts;
    }

    @Override
    public String name() {
        return "moderation";
    }

    /** What was reported last is there only once all before it is. */
    @Override
    public Mono<Void> load(DemoClock clock) {
        List<DemoEntry> all = files.entries("moderation/queue.yml");
        return store.openAbout(post(all.getLast()))
                .hasElements()
                .filter(there -> !there)
                .flatMapMany(fresh -> Flux.fromIterable(all))
                .concatMap(this::did)
                .then();
    }

    private static String post(DemoEntry entry) {
        return ImportThreads.postId(entry.text("thread"), entry.number("post"));
    }

    private Mono<Void> did(DemoEntry entry) {
        return as(entry.text("by"))
                .flatMap(by -> entry.text("do").equals("hide") ? hidden(entry, by) : reported(entry, by));
    }

    private Mono<Void> hidden(DemoEntry entry, Visibility by) {
        String post = post(entry);
        return acts.hide(post, entry.text("reason"), by)
                .flatMap(hidden -> as(hidden.author()))
                .flatMap(author -> appeals.appeal(post, entry.text("appeal"), author))
                .then();
    }

    private Mono<Void> reported(DemoEntry entry, Visibility by) {
        String post = post(entry);
        Mono<Void> reported =
                reports.report(post, entry.chosen("reason", Report.Reason.class), entry.text("words"), by);
        return entry.text("decided").isEmpty() ? reported : reported.then(decided(entry, post));
    }

    private Mono<Void> decided(DemoEntry entry, String post) {
        return as(entry.text("decidedBy"))
                .flatMap(moderator -> store.openAbout(post)
                        .next()
                        .flatMap(report -> reports.take(report.id(), moderator))
                        .flatMap(report -> reports.decide(
                                report.id(),
                                entry.chosen("decided", Report.Outcome.class),
                                entry.text("note"),
                                moderator)))
                .then();
    }

    private Mono<Visibility> as(String account) {
        return accounts.viewer(account).flatMap(rights::of);
    }
}
