package hub.forum.threads.web;

import hub.forum.groups.Group;
import hub.forum.groups.GroupWords;
import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Post;
import hub.forum.threads.ReadThread;
import hub.forum.threads.ThreadMoves;
import hub.forum.threads.ThreadPolicy;
import hub.forum.threads.Threads;
import hub.forum.threads.web.MoveForms.Merge;
import hub.forum.threads.web.MoveForms.Move;
import hub.forum.threads.web.MoveForms.Split;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.mongo.Ids;
import hub.platform.pages.Pages;
import hub.platform.search.PlainText;
import hub.platform.text.InputText;
import hub.platform.time.Times;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Moving, merging and splitting, by those who moderate. For everybody else these addresses do not exist. */
@Controller
class MoveController {
    /** Of the conversations with which one can be merged. */
    private static final int MOST_OTHERS = 50;

    private static final int LONGEST_EXCERPT = 140;

    private final Threads threads;
    private final ThreadMoves moves;
    private final ReadThread reading;
    private final ThreadPages pages;
    private final Groups groups;
    private final GroupWords words;
    private final Accounts accounts;
    private final Times times;

    MoveController(
            Threads threads,
            ThreadMoves moves,
            ReadThread reading,
            ThreadPages pages,
            Groups groups,
            GroupWords words,
            Accounts accounts,
            Times times) {
        this.threads = threads;
        this.moves = moves;
        this.reading = reading;
        this.pages = pages;
        this.groups = groups;
        this.words = words;
        this.accounts = accounts;
        this.times = times;
    }

    /** @param places where it may go, each with who reads there */
    record MovePage(ThreadPages.Head thread, List<Choice> places) {}

    @GetMapping("/threads/{id}/moderate/move")
    Mono<Rendering> moveForm(@PathVariable String id, Visibility visibility) {
        return movePage(id, Form.of(Move.blank()), visibility);
    }

    @PostMapping("/threads/{id}/moderate/move")
    Mono<Rendering> move(@PathVariable String id, Form<Move> form, Visibility visibility) {
        return moderated(id, visibility)
                .flatMap(thread -> form.submit(
                        sent -> moves.move(id, sent.to(), sent.reason(), visibility)
                                .map(moved -> Pages.seeOther(moved.path())),
                        again -> movePage(id, again, visibility)));
    }

    private Mono<Rendering> movePage(String id, Form<Move> form, Visibility visibility) {
        return moderated(id, visibility)
                .flatMap(thread -> Mono.zip(pages.head(thread, visibility), places(thread, visibility))
                        .map(both -> Pages.show("threads/move", new MovePage(both.getT1(), both.getT2()), form)));
    }

    private Mono<List<Choice>> places(DiscussionThread thread, Visibility visibility) {
        return groups.all(visibility)
                .filter(group -> group.kind() != Group.Kind.MENTORSHIP
                        && !group.id().equals(thread.group())
                        && ThreadPolicy.mayModerate(visibility, group.id()))
                .map(group -> new Choice(group.id(), group.name(), words.readers(group)))
                .collectList();
    }

    /** @param others of the same place, the latest first */
    record MergePage(ThreadPages.Head thread, List<Choice> others) {}

    @GetMapping("/threads/{id}/moderate/merge")
    Mono<Rendering> mergeForm(@PathVariable String id, Visibility visibility) {
        return mergePage(id, Form.of(Merge.blank()), visibility);
    }

    @PostMapping("/threads/{id}/moderate/merge")
    Mono<Rendering> merge(@PathVariable String id, Form<Merge> form, Visibility visibility) {
        return moderated(id, visibility)
                .flatMap(thread -> form.submit(
                        sent -> moves.merge(id, sent.other(), sent.reason(), visibility)
                                .map(merged -> Pages.seeOther(merged.path())),
                        again -> mergePage(id, again, visibility)));
    }

    private Mono<Rendering> mergePage(String id, Form<Merge> form, Visibility visibility) {
        return moderated(id, visibility)
                .flatMap(thread -> Mono.zip(pages.head(thread, visibility), others(thread, visibility))
                        .map(both -> Pages.show("threads/merge", new MergePage(both.getT1(), both.getT2()), form)));
    }

    private Mono<List<Choice>> others(DiscussionThread thread, Visibility visibility) {
        return threads.latest(List.of(thread.group()), MOST_OTHERS, visibility)
                .filter(other -> !other.id().equals(thread.id()))
                .map(other -> new Choice(other.id(), other.title(), times.appointment(other.createdAt())))
                .collectList();
    }

    /**
     * @param choices posts of a page, each with its author and how it begins
     * @param later from after which path the next page goes on; null on the last
     */
    record SplitPage(
            ThreadPages.Head thread,
            List<Choice> choices,
            @Nullable String later) {}

    @GetMapping("/threads/{id}/moderate/split")
    Mono<Rendering> splitForm(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String after,
            Visibility visibility) {
        List<String> chosen = post.isEmpty() || !Ids.isEmptyOrOne(post) ? List.of() : List.of(post);
        return splitPage(id, post, after, Form.of(Split.of(chosen)), visibility);
    }

    @PostMapping("/threads/{id}/moderate/split")
    Mono<Rendering> split(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String after,
            Form<Split> form,
            Visibility visibility) {
        return moderated(id, visibility)
                .flatMap(thread -> form.submit(
                        sent -> moves.split(id, sent.posts(), sent.title(), sent.reason(), form.once(), visibility)
                                .map(fresh -> Pages.seeOther(fresh.path())),
                        again -> splitPage(id, post, after, again, visibility)));
    }

    private Mono<Rendering> splitPage(String id, String post, String after, Form<Split> form, Visibility visibility) {
        return moderated(id, visibility)
                .flatMap(thread -> page(thread, post, after, visibility)
                        .flatMap(read -> Mono.zip(
                                        pages.head(thread, visibility),
                                        accounts.names(read.posts().stream()
                                                .map(Post::author)
                                                .distinct()
                                                .toList()))
                                .map(both -> Pages.show(
                                        "threads/split",
                                        new SplitPage(
                                                both.getT1(),
                                                read.posts().stream()
                                                        .filter(one -> one.state() == Post.State.PUBLISHED
                                                                && !one.createdAt()
                                                                        .equals(thread.createdAt()))
                                                        .map(one -> choice(one, both.getT2()))
                                                        .toList(),
                                                read.later()),
                                        form))));
    }

    private Mono<hub.forum.threads.PostPage> page(
            DiscussionThread thread, String post, String after, Visibility visibility) {
        Mono<hub.forum.threads.PostPage> from = reading.after(thread, after.isEmpty() ? null : after, visibility);
        return post.isEmpty() || !after.isEmpty()
                ? from
                : threads.post(post, visibility)
                        .filter(found -> found.thread().equals(thread.id()))
                        .flatMap(found -> reading.around(thread, found, visibility))
                        .switchIfEmpty(from);
    }

    private static Choice choice(Post post, Names names) {
        return new Choice(
                post.id(),
                names.of(post.author()).name(),
                InputText.cut(PlainText.ofHtml(post.html()), LONGEST_EXCERPT));
    }

    private Mono<DiscussionThread> moderated(String id, Visibility visibility) {
        return threads.find(id, visibility)
                .filter(thread -> !thread.waits() && ThreadPolicy.mayModerate(visibility, thread.group()));
    }
}
