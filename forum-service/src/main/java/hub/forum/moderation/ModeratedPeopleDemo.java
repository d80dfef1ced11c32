package hub.forum.moderation;

import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Post;
import hub.forum.threads.Threads;
import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import hub.platform.identity.Accounts;
import hub.platform.mongo.Ids;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** First posts of a new member, somebody who was warned, and the moderators' texts in the demo. Everybody else there has been a member for long. */
@Component
@Order(DemoContent.COMMUNITY + 1)
class ModeratedPeopleDemo implements DemoContent {
    private final DemoFiles files;
    private final Accounts accounts;
    private final Rights rights;
    private final Threads threads;
    private final Approvals approvals;
    private final PersonActs acts;
    private final SavedReplies replies;
    private final KnownWriterStore known;

    ModeratedPeopleDemo(
            DemoFiles files,
            Accounts accounts,
            Rights rights,
            Threads threads,
            Approvals approvals,
            PersonActs acts,
            SavedReplies replies,
            KnownWriterStore known) {
        this.files = files;
        this.accounts = accounts;
        this.rights = rights;
        this.threads = threads;
        this.approvals = approvals;
        this.acts = acts;
        this.replies = replies;
        this.known = known;
    }

    @Override
    public String name() {
        return "moderated people";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        return Flux.fromIterable(files.entries("people.yml"))
                .filter(person -> !person.flag("new"))
                .concatMap(person -> known.add(person.text("id")))
                .thenMany(Flux.fromIterable(files.entries("moderation/people.yml")))
                .concatMap(this::did)
                .then();
    }

    private Mono<Void> did(DemoEntry entry) {
        return as(entry.text("by")).flatMap(by -> switch (entry.text("do")) {
            case "reply" ->
                replies.add(entry.text("title"), entry.text("text"), "demo " + entry.text("title"), by.viewer())
                        .then();
            case "post" -> posted(entry, by);
            default ->
                acts.act(
                                entry.text("about"),
                                entry.chosen("do", PersonAct.Kind.class),
                                entry.text("text"),
                                null,
                                Ids.of(entry.text("key")),
                                by.viewer())
                        .then();
        });
    }

    private Mono<Void> posted(DemoEntry entry, Visibility by) {
        return threads.start(
                        entry.text("group"), entry.text("title"), entry.text("text"), Ids.of(entry.text("key")), by)
                .filter(DiscussionThread::waits)
                .filter(thread -> !entry.text("decided").isEmpty())
                .flatMap(thread -> threads.ownUnseen(thread, by))
                .flatMapMany(Flux::fromIterable)
                .filter(post -> post.state() == Post.State.WAITING)
                .concatMap(post -> as(entry.text("decidedBy"))
                        .flatMap(decides -> approvals.decide(
                                post.id(),
                                entry.chosen("decided", PostDecision.Outcome.class),
                                entry.text("note"),
                                post.revision(),
                                decides)))
                .then();
    }

    private Mono<Visibility> as(String account) {
        return accounts.viewer(account).flatMap(rights::of);
    }
}
