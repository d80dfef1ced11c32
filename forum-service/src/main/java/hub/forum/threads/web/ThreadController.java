package hub.forum.threads.web;

import hub.forum.groups.Visibility;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Post;
import hub.forum.threads.PostPage;
import hub.forum.threads.ReadThread;
import hub.forum.threads.Threads;
import hub.forum.threads.UnreadPosts;
import hub.platform.pages.Pages;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Reading. */
@Controller
class ThreadController {
    private static final Pattern PLACE = Pattern.compile("(at|after|before)=[0-9a-z]{1,2000}");

    private final Threads threads;
    private final ReadThread reading;
    private final UnreadPosts unread;
    private final ThreadPages pages;

    ThreadController(Threads threads, ReadThread reading, UnreadPosts unread, ThreadPages pages) {
        this.threads = threads;
        this.reading = reading;
        this.unread = unread;
        this.pages = pages;
    }

    @GetMapping("/threads/{id}")
    Mono<Rendering> withoutSlug(
            @PathVariable String id, @RequestParam(required = false) @Nullable String at, Visibility visibility) {
        return threads.find(id, visibility).flatMap(thread -> {
            if (at == null) {
                return Mono.just(Pages.moved(thread.path()));
            }
            return at.equals(DiscussionThread.FIRST_NEW)
                    ? firstNew(thread, visibility)
                    : Mono.just(Pages.seeOther(permalink(thread, clean(at))));
        });
    }

    /** To the post where somebody who comes back goes on reading; to the beginning if there is none. */
    private Mono<Rendering> firstNew(DiscussionThread thread, Visibility visibility) {
        return unread.first(thread, visibility)
                .map(post -> permalink(thread, post.id()))
                .defaultIfEmpty(thread.path())
                .map(Pages::seeOther);
    }

    @GetMapping("/threads/{id}/{slug}")
    Mono<Rendering> thread(
            @PathVariable String id,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String at,
            Visibility visibility) {
        return threads.find(id, visibility)
                .flatMap(thread -> thread.slug().equals(slug) && thread.id().equals(id)
                        ? show(thread, after, before, at, visibility)
                        : Mono.just(Pages.moved(thread.path())));
    }

    private Mono<Rendering> show(
            DiscussionThread thread,
            @Nullable String after,
            @Nullable String before,
            @Nullable String at,
            Visibility visibility) {
        if (at != null) {
            return threads.post(at, visibility)
                    .flatMap(post -> !post.thread().equals(thread.id())
                            ? toPost(thread, post.id(), visibility)
                            : opened(thread, post, visibility)
                                    .flatMap(page -> pages.show(
                                            thread,
                                            page,
                                            new ThreadPages.Opened(
                                                    "at=" + post.id(), post.state() == Post.State.DELETED),
                                            visibility)));
        }
        Mono<PostPage> page =
                before != null ? reading.before(thread, before, visibility) : reading.after(thread, after, visibility);
        String place = before != null ? "before=" + clean(before) : after != null ? "after=" + clean(after) : "";
        return page.flatMap(read -> pages.show(thread, read, new ThreadPages.Opened(place, false), visibility));
    }

    /** What nobody else sees stands behind the last page. */
    private Mono<PostPage> opened(DiscussionThread thread, Post post, Visibility visibility) {
        return post.state().unseen() ? reading.last(thread, visibility) : reading.around(thread, post, visibility);
    }

    /** A permanent link: leads to the page the post stands on. */
    @GetMapping("/threads/{id}/posts/{post}")
    Mono<Rendering> permalink(@PathVariable String id, @PathVariable String post, Visibility visibility) {
        return threads.find(id, visibility).flatMap(thread -> toPost(thread, post, visibility));
    }

    /** To where the post stands now: it may have been taken out of the conversation in which somebody saw it. */
    private Mono<Rendering> toPost(DiscussionThread thread, String post, Visibility visibility) {
        return threads.post(post, visibility)
                .flatMap(found -> found.thread().equals(thread.id())
                        ? Mono.just(thread)
                        : threads.find(found.thread(), visibility))
                .map(now -> Pages.seeOther(permalink(now, post)));
    }

    /** An id has letters and digits only; anything else leads to a post that is not there. */
    private static String clean(String id) {
        return id.replaceAll("[^0-9a-z]", "");
    }

    /** To a post on the page that was open. */
    static String backTo(DiscussionThread thread, String place, String post) {
        return thread.path() + (PLACE.matcher(place).matches() ? "?" + place : "") + "#post-" + post;
    }

    static String permalink(DiscussionThread thread, String post) {
        return permalink(thread.path(), post);
    }

    /** @param thread its address */
    static String permalink(String thread, String post) {
        return thread + "?at=" + post + "#post-" + post;
    }
}
