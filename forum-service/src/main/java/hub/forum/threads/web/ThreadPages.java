package hub.forum.threads.web;

import hub.forum.groups.GroupWords;
import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Post;
import hub.forum.threads.PostPage;
import hub.forum.threads.ThreadPolicy;
import hub.forum.visits.Visits;
import hub.platform.forms.Form;
import hub.platform.identity.Accounts;
import hub.platform.pages.Pages;
import hub.platform.time.Times;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The page of a thread, for those who read it and for those whose reply came too late. */
@Component
class ThreadPages {
    private final Groups groups;
    private final GroupWords words;
    private final PostNodes nodes;
    private final Accounts accounts;
    private final Times times;
    private final Visits visits;

    ThreadPages(Groups groups, GroupWords words, PostNodes nodes, Accounts accounts, Times times, Visits visits) {
        this.groups = groups;
        this.words = words;
        this.nodes = nodes;
        this.accounts = accounts;
        this.times = times;
        this.visits = visits;
    }

    Mono<Rendering> show(DiscussionThread thread, PostPage page, Visibility visibility) {
        return conversation(thread, page, null, visibility)
                .map(shown -> Pages.show("threads/thread", shown, Form.of(ThreadForms.Reply.blank(""))));
    }

    /** @param sent what somebody wrote and could not post any more, given back to keep */
    Mono<Rendering> tooLate(
            DiscussionThread thread, PostPage page, Form<ThreadForms.Reply> sent, Visibility visibility) {
        return conversation(thread, page, sent.value().text(), visibility)
                .map(shown -> Pages.show("threads/thread", shown, sent));
    }

    private Mono<Conversation> conversation(
            DiscussionThread thread, PostPage page, @Nullable String tooLate, Visibility visibility) {
        return visits.since(visibility.viewer())
                .defaultIfEmpty(Instant.MAX)
                .flatMap(since -> Mono.zip(
                                head(thread, visibility), nodes.of(page, thread, since, visibility), lockedBy(thread))
                        .map(parts -> new Conversation(
                                parts.getT1(),
                                firstNew(thread, page, since, visibility),
                                tooLate,
                                href(thread, "before", page.earlier()),
                                parts.getT2(),
                                href(thread, "after", page.later()),
                                parts.getT3().orElse(null))));
    }

    /** Where the first post is that is new to the viewer: on this page, or found when it is asked for. Empty if nothing is new. */
    private static String firstNew(DiscussionThread thread, PostPage page, Instant since, Visibility visibility) {
        String viewer = visibility.viewer().id();
        if (thread.news(since, viewer) == DiscussionThread.News.NONE) {
            return "";
        }
        boolean whole = page.earlier() == null && page.later() == null;
        return whole
                ? page.posts().stream()
                        .filter(post -> post.isNews(since, viewer))
                        .min(Comparator.comparing(Post::createdAt))
                        .map(post -> "#post-" + post.id())
                        .orElse("")
                : "/threads/" + thread.id() + "?at=" + ThreadController.FIRST_NEW;
    }

    /** What every page about a thread says of it. */
    Mono<Head> head(DiscussionThread thread, Visibility visibility) {
        return groups.find(thread.group(), visibility)
                .map(group -> new Head(
                        thread.id(),
                        thread.title(),
                        thread.path(),
                        group.name(),
                        group.path(),
                        words.readers(group),
                        thread.isLocked(),
                        thread.pinned(),
                        !thread.isLocked() && visibility.mayPost(thread.group()),
                        ThreadPolicy.mayModerate(visibility, thread.group())));
    }

    private Mono<Optional<Locked>> lockedBy(DiscussionThread thread) {
        DiscussionThread.Lock lock = thread.lock();
        if (lock == null) {
            return Mono.just(Optional.empty());
        }
        return accounts.names(List.of(lock.by()))
                .map(names -> Optional.of(new Locked(
                        names.of(lock.by()).firstName(), times.say(lock.at()).said(), lock.reason())));
    }

    private static @Nullable String href(DiscussionThread thread, String which, @Nullable String path) {
        return path == null ? null : thread.path() + "?" + which + "=" + path;
    }

    /**
     * The page.
     *
     * @param firstNew where the first post is that is new to the viewer, or empty
     * @param tooLate words that came after the lock
     * @param earlier where the posts before these are
     * @param later where the posts after these are
     */
    record Conversation(
            Head thread,
            String firstNew,
            @Nullable String tooLate,
            @Nullable String earlier,
            List<PostNode> posts,
            @Nullable String later,
            @Nullable Locked lock) {}

    record Locked(String by, String when, String reason) {}

    /** A thread's name, place and readers. */
    record Head(
            String id,
            String title,
            String path,
            String groupName,
            String groupPath,
            String readers,
            boolean locked,
            boolean pinned,
            boolean canReply,
            boolean canModerate) {}
}
