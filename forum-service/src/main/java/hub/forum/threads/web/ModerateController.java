package hub.forum.threads.web;

import hub.forum.groups.Visibility;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Post;
import hub.forum.threads.ThreadModeration;
import hub.forum.threads.ThreadPolicy;
import hub.forum.threads.Threads;
import hub.forum.threads.web.ThreadForms.Reason;
import hub.platform.forms.Form;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Locking, pinning and hiding, by a moderator or by the facilitator in their group. For everybody else these addresses do not exist. */
@Controller
class ModerateController {
    private final Threads threads;
    private final ThreadModeration moderation;
    private final ThreadPages pages;

    ModerateController(Threads threads, ThreadModeration moderation, ThreadPages pages) {
        this.threads = threads;
        this.moderation = moderation;
        this.pages = pages;
    }

    /** @param mayLift whether the viewer may undo the lock */
    record ThreadPage(ThreadPages.Head thread, boolean mayLift) {}

    @GetMapping("/threads/{id}/moderate")
    Mono<Rendering> threadForm(@PathVariable String id, Visibility visibility) {
        return threadPage(id, Form.of(Reason.blank()), visibility);
    }

    @PostMapping("/threads/{id}/lock")
    Mono<Rendering> lock(@PathVariable String id, Form<Reason> form, Visibility visibility) {
        return form.submit(
                sent -> act(id, visibility, moderation.lock(id, sent.reason(), visibility)),
                again -> threadPage(id, again, visibility));
    }

    @PostMapping("/threads/{id}/unlock")
    Mono<Rendering> unlock(@PathVariable String id, Visibility visibility) {
        return act(id, visibility, moderation.unlock(id, visibility));
    }

    @PostMapping("/threads/{id}/pin")
    Mono<Rendering> pin(@PathVariable String id, Visibility visibility) {
        return act(id, visibility, moderation.pin(id, true, visibility));
    }

    @PostMapping("/threads/{id}/unpin")
    Mono<Rendering> unpin(@PathVariable String id, Visibility visibility) {
        return act(id, visibility, moderation.pin(id, false, visibility));
    }

    /** What another has done already is done: two moderators who press at once both see the thread as it now is. */
    private Mono<Rendering> act(String id, Visibility visibility, Mono<DiscussionThread> what) {
        return moderated(id, visibility)
                .flatMap(thread -> what.onErrorResume(Rejected.class, doneAlready -> Mono.just(thread))
                        .map(after -> Pages.seeOther(after.path())));
    }

    private Mono<Rendering> threadPage(String id, Form<Reason> form, Visibility visibility) {
        return moderated(id, visibility)
                .flatMap(thread -> pages.head(thread, visibility)
                        .map(head -> Pages.show(
                                "threads/moderate",
                                new ThreadPage(head, ThreadPolicy.mayUnlock(visibility, thread)),
                                form)));
    }

    private Mono<DiscussionThread> moderated(String id, Visibility visibility) {
        return threads.find(id, visibility).filter(thread -> ThreadPolicy.mayModerate(visibility, thread.group()));
    }

    /**
     * @param hidden whether the post is
     * @param mayLift whether the viewer may undo that
     * @param html the post, sanitised
     */
    record PostPage(ThreadPages.Head thread, String post, boolean hidden, boolean mayLift, String html) {}

    private record Found(DiscussionThread thread, Post post) {}

    @GetMapping("/threads/{id}/posts/{postId}/moderate")
    Mono<Rendering> postForm(@PathVariable String id, @PathVariable String postId, Visibility visibility) {
        return postPage(id, postId, Form.of(Reason.blank()), visibility);
    }

    @PostMapping("/threads/{id}/posts/{postId}/hide")
    Mono<Rendering> hide(
            @PathVariable String id, @PathVariable String postId, Form<Reason> form, Visibility visibility) {
        return form.submit(
                sent -> actOnPost(id, postId, visibility, moderation.hide(postId, sent.reason(), visibility)),
                again -> postPage(id, postId, again, visibility));
    }

    @PostMapping("/threads/{id}/posts/{postId}/show")
    Mono<Rendering> show(@PathVariable String id, @PathVariable String postId, Visibility visibility) {
        return actOnPost(id, postId, visibility, moderation.showAgain(postId, visibility));
    }

    private Mono<Rendering> actOnPost(String id, String postId, Visibility visibility, Mono<Post> what) {
        return moderatedPost(id, postId, visibility)
                .flatMap(found -> what.onErrorResume(Rejected.class, doneAlready -> Mono.just(found.post()))
                        .map(after -> Pages.seeOther(ThreadController.permalink(found.thread(), postId))));
    }

    private Mono<Rendering> postPage(String id, String postId, Form<Reason> form, Visibility visibility) {
        return moderatedPost(id, postId, visibility)
                .flatMap(found -> pages.head(found.thread(), visibility)
                        .map(head -> Pages.show(
                                "threads/moderate-post",
                                new PostPage(
                                        head,
                                        postId,
                                        found.post().state() == Post.State.HIDDEN,
                                        ThreadPolicy.mayShow(visibility, found.post()),
                                        found.post().html()),
                                form)));
    }

    private Mono<Found> moderatedPost(String id, String postId, Visibility visibility) {
        return moderated(id, visibility)
                .flatMap(thread -> threads.post(postId, visibility)
                        .filter(post -> post.thread().equals(thread.id()) && post.live())
                        .map(post -> new Found(thread, post)));
    }
}
