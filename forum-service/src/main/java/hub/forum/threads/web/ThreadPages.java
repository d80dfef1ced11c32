package hub.forum.threads.web;

import hub.forum.groups.GroupWords;
import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Post;
import hub.forum.threads.PostPage;
import hub.forum.visits.Visits;
import hub.platform.identity.Accounts;
import hub.platform.identity.PersonName;
import hub.platform.time.Times;
import hub.platform.web.FormKey;
import hub.platform.web.NotFound;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

    ThreadPages(Groups groups, GroupWords words, PostNodes nodes, Accounts accounts, Times times, Visits visits) {
        this.groups = groups;
        this.words = words;
        this.nodes = nodes;
        this.accounts = accounts;
        this.times = times;
        this.visits = visits;
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
                        head(thread, visibility),
                        nodes.of(page, thread, since, visibility),
                        lockedBy(thread),
                        Mono.just(since)))
                .map(parts -> Rendering.view("threads/thread")
                        .status(status)
                        .modelAttribute("thread", parts.getT1())
                        .modelAttribute("nodes", parts.getT2())
                        .modelAttribute("lock", parts.getT3())
                        .modelAttribute("firstNew", firstNew(thread, page, parts.getT4(), visibility))
                        .modelAttribute("tooLate", tooLate == null ? "" : tooLate)
                        .modelAttribute("formKey", FormKey.fresh())
                        .modelAttribute("earlier", href(thread, "before", page.earlier()))
                        .modelAttribute("later", href(thread, "after", page.later()))
                        .build());
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

    private Mono<Map<String, String>> lockedBy(DiscussionThread thread) {
        DiscussionThread.Lock lock = thread.lock();
        if (lock == null) {
            return Mono.just(Map.of());
        }
        return accounts.names(List.of(lock.by()))
                .map(names -> Map.of(
                        "by",
                        names.getOrDefault(lock.by(), PersonName.unknown(lock.by()))
                                .firstName(),
                        "when",
                        times.say(lock.at()).said(),
                        "reason",
                        lock.reason()));
    }

    private static String href(DiscussionThread thread, String which, @Nullable String path) {
        return path == null ? "" : thread.path() + "?" + which + "=" + path;
    }

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
