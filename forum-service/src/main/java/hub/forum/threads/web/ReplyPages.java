package hub.forum.threads.web;

import hub.forum.groups.Visibility;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Post;
import hub.forum.threads.Threads;
import hub.platform.forms.Form;
import hub.platform.identity.Accounts;
import hub.platform.pages.Pages;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The page on which a reply is written, with the post it answers above it. */
@Component
class ReplyPages {
    private final Threads threads;
    private final ThreadPages pages;
    private final Accounts accounts;
    private final Times times;

    ReplyPages(Threads threads, ThreadPages pages, Accounts accounts, Times times) {
        this.threads = threads;
        this.pages = pages;
        this.accounts = accounts;
        this.times = times;
    }

    /** @param preview the words as they will look, sanitised; null unless asked for */
    Mono<Rendering> show(
            DiscussionThread thread, Form<ThreadForms.Reply> form, @Nullable String preview, Visibility visibility) {
        return Mono.zip(
                        pages.head(thread, visibility),
                        answered(thread, form.value().parent(), visibility))
                .map(parts -> Pages.show("threads/reply", new ReplyPage(parts.getT1(), parts.getT2(), preview), form));
    }

    /** @param answered the post that is answered, or none */
    record ReplyPage(
            ThreadPages.Head thread,
            List<Answered> answered,
            @Nullable String preview) {}

    private Mono<List<Answered>> answered(DiscussionThread thread, String parent, Visibility visibility) {
        return parent.isEmpty()
                ? Mono.just(List.of())
                : threads.post(parent, visibility)
                        .filter(post -> post.thread().equals(thread.id()) && post.state() == Post.State.PUBLISHED)
                        .flatMap(this::answered);
    }

    private Mono<List<Answered>> answered(Post post) {
        return accounts.names(Set.of(post.author()))
                .map(names -> List.of(
                        new Answered(names.of(post.author()).name(), times.say(post.createdAt()), post.html())));
    }

    /**
     * The post that is answered, above the words that answer it.
     *
     * @param html sanitised
     */
    record Answered(String author, Moment time, String html) {}
}
