package hub.forum.threads.web;

import hub.forum.groups.GroupWords;
import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Post;
import hub.forum.threads.PostPage;
import hub.forum.visits.Visits;
import hub.platform.identity.Accounts;
import hub.platform.time.Times;
import hub.platform.web.NotFound;
import hub.platform.web.Site;
import hub.platform.web.WholePages;
import hub.platform.web.once.Part;
import hub.platform.web.parts.Composer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
    private final Site site;
    private final WholePages pages;

    ThreadPages(
            Groups groups,
            GroupWords words,
            PostNodes nodes,
            Accounts accounts,
            Times times,
            Visits visits,
            Site site,
            WholePages pages) {
        this.groups = groups;
        this.words = words;
        this.nodes = nodes;
        this.accounts = accounts;
        this.times = times;
        this.visits = visits;
        this.site = site;
        this.pages = pages;
    }

    Mono<Rendering> show(DiscussionThread thread, PostPage page, Visibility visibility) {
        return show(thread, page, visibility, HttpStatus.OK, null);
    }

    /** @param tooLate what somebody wrote and could not post any more, given back to keep */
    Mono<Rendering> show(
            DiscussionThread thread,
            PostPage page,
            Visibility visibility,
            HttpStatus status,
            @Nullable String tooLate) {
        return visits.since(visibility.viewer())
                .defaultIfEmpty(Instant.MAX)
                .flatMap(since -> Mono.zip(
                                head(thread, visibility), nodes.of(page, thread, since, visibility), lockedBy(thread))
                        .map(parts -> {
                            Head head = parts.getT1();
                            return pages.pageWithForm(
                                    status,
                                    head.title(),
                                    "groups",
                                    token -> Part.filled(
                                            "threads/thread :: main",
                                            new Conversation(
                                                    head,
                                                    firstNew(thread, page, since, visibility),
                                                    tooLate,
                                                    href(thread, "before", page.earlier()),
                                                    parts.getT2(),
                                                    href(thread, "after", page.later()),
                                                    parts.getT3().orElse(null),
                                                    composer(head, token, visibility))));
                        }));
    }

    private @Nullable Part composer(Head head, String token, Visibility visibility) {
        return head.canReply()
                ? Composer.blank(
                        "/threads/" + head.id() + "/posts",
                        token,
                        visibility.viewer().id(),
                        head.readers(),
                        site.help().dutyTeam())
                : null;
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
                .switchIfEmpty(Mono.error(NotFound::new))
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
                        visibility.mayModerate(thread.group())));
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
     * @param composer to reply with, for those who may
     */
    private record Conversation(
            Head thread,
            String firstNew,
            @Nullable String tooLate,
            @Nullable String earlier,
            Part posts,
            @Nullable String later,
            @Nullable Locked lock,
            @Nullable Part composer) {}

    private record Locked(String by, String when, String reason) {}

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
