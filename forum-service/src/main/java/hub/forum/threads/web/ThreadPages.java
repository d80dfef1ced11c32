package hub.forum.threads.web;

import hub.forum.groups.GroupWords;
import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.PostPage;
import hub.platform.identity.Accounts;
import hub.platform.identity.PersonName;
import hub.platform.time.Times;
import hub.platform.web.NotFound;
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

    ThreadPages(Groups groups, GroupWords words, PostNodes nodes, Accounts accounts, Times times) {
        this.groups = groups;
        this.words = words;
        this.nodes = nodes;
        this.accounts = accounts;
        this.times = times;
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
        return Mono.zip(head(thread, visibility), nodes.of(page, thread, visibility), lockedBy(thread))
                .map(parts -> Rendering.view("threads/thread")
                        .status(status)
                        .modelAttribute("thread", parts.getT1())
                        .modelAttribute("nodes", parts.getT2())
                        .modelAttribute("lock", parts.getT3())
                        .modelAttribute("tooLate", tooLate == null ? "" : tooLate)
                        .modelAttribute("form", ThreadForms.Reply.blank(""))
                        .modelAttribute("earlier", href(thread, "before", page.earlier()))
                        .modelAttribute("later", href(thread, "after", page.later()))
                        .build());
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
