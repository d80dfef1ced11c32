package hub.forum.threads.web;

import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Post;
import hub.forum.threads.ThreadModeration;
import hub.forum.threads.Threads;
import hub.platform.identity.Rejected;
import hub.platform.identity.Viewer;
import hub.platform.web.NotFound;
import hub.platform.web.Pages;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Locking, pinning and hiding, by a moderator or by the facilitator in their group. For everybody else these addresses do not exist. */
@Controller
class ModerateController {
    private final Rights rights;
    private final Threads threads;
    private final ThreadModeration moderation;
    private final ThreadPages pages;

    ModerateController(Rights rights, Threads threads, ThreadModeration moderation, ThreadPages pages) {
        this.rights = rights;
        this.threads = threads;
        this.moderation = moderation;
        this.pages = pages;
    }

    @GetMapping("/threads/{id}/moderate")
    Mono<Rendering> threadForm(@PathVariable String id, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility ->
                        threadPage(Rendering.view("threads/moderate"), id, new ThreadForms.Reason(""), visibility));
    }

    @PostMapping("/threads/{id}/lock")
    Mono<Rendering> lock(
            @PathVariable String id,
            @ModelAttribute("form") ThreadForms.Reason form,
            BindingResult errors,
            Viewer viewer) {
        form.check(errors);
        return rights.of(viewer)
                .flatMap(visibility -> errors.hasErrors()
                        ? threadPage(Pages.mend("threads/moderate"), id, form, visibility)
                        : act(id, visibility, thread -> moderation.lock(id, form.reason(), visibility)));
    }

    @PostMapping("/threads/{id}/unlock")
    Mono<Rendering> unlock(@PathVariable String id, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> act(id, visibility, thread -> moderation.unlock(id, visibility)));
    }

    @PostMapping("/threads/{id}/pin")
    Mono<Rendering> pin(@PathVariable String id, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> act(id, visibility, thread -> moderation.pin(id, true, visibility)));
    }

    @PostMapping("/threads/{id}/unpin")
    Mono<Rendering> unpin(@PathVariable String id, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> act(id, visibility, thread -> moderation.pin(id, false, visibility)));
    }

    @GetMapping("/threads/{id}/posts/{postId}/moderate")
    Mono<Rendering> postForm(@PathVariable String id, @PathVariable String postId, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> postPage(
                        Rendering.view("threads/moderate-post"), id, postId, new ThreadForms.Reason(""), visibility));
    }

    @PostMapping("/threads/{id}/posts/{postId}/hide")
    Mono<Rendering> hide(
            @PathVariable String id,
            @PathVariable String postId,
            @ModelAttribute("form") ThreadForms.Reason form,
            BindingResult errors,
            Viewer viewer) {
        form.check(errors);
        return rights.of(viewer)
                .flatMap(visibility -> errors.hasErrors()
                        ? postPage(Pages.mend("threads/moderate-post"), id, postId, form, visibility)
                        : actOnPost(id, postId, visibility, moderation.hide(postId, form.reason(), visibility)));
    }

    @PostMapping("/threads/{id}/posts/{postId}/show")
    Mono<Rendering> show(@PathVariable String id, @PathVariable String postId, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> actOnPost(id, postId, visibility, moderation.showAgain(postId, visibility)));
    }

    /** What another has done already is done: two moderators who press at once both see the thread as it now is. */
    private Mono<Rendering> act(
            String id, Visibility visibility, Function<DiscussionThread, Mono<DiscussionThread>> what) {
        return moderated(id, visibility)
                .flatMap(thread -> what.apply(thread)
                        .onErrorResume(Rejected.class, doneAlready -> Mono.just(thread))
                        .map(after -> Pages.seeOther(after.path())));
    }

    private Mono<Rendering> actOnPost(String id, String postId, Visibility visibility, Mono<Post> what) {
        return moderated(id, visibility)
                .flatMap(thread -> postOf(thread, postId, visibility)
                        .flatMap(post -> what.onErrorResume(Rejected.class, doneAlready -> Mono.just(post))
                                .map(after -> Pages.seeOther(ThreadController.permalink(thread, postId)))));
    }

    private Mono<Rendering> threadPage(
            Rendering.Builder<?> page, String id, ThreadForms.Reason form, Visibility visibility) {
        return moderated(id, visibility)
                .flatMap(thread -> pages.head(thread, visibility)
                        .map(head -> page.modelAttribute("thread", head)
                                .modelAttribute("mayLift", mayLift(thread, visibility))
                                .modelAttribute("form", form)
                                .build()));
    }

    private Mono<Rendering> postPage(
            Rendering.Builder<?> page, String id, String postId, ThreadForms.Reason form, Visibility visibility) {
        return moderated(id, visibility)
                .flatMap(thread -> postOf(thread, postId, visibility)
                        .flatMap(post -> pages.head(thread, visibility)
                                .map(head -> page.modelAttribute("thread", head)
                                        .modelAttribute("post", post.id())
                                        .modelAttribute("hidden", post.state() == Post.State.HIDDEN)
                                        .modelAttribute("mayLift", mayLift(post, visibility))
                                        .modelAttribute("html", post.html())
                                        .modelAttribute("form", form)
                                        .build())));
    }

    private static boolean mayLift(DiscussionThread thread, Visibility visibility) {
        DiscussionThread.Lock lock = thread.lock();
        return lock == null || !lock.byModerator() || visibility.viewer().moderator();
    }

    private static boolean mayLift(Post post, Visibility visibility) {
        Post.Hiding hiding = post.hiding();
        return !post.author().equals(visibility.viewer().account())
                && (hiding == null
                        || !hiding.byModerator()
                        || visibility.viewer().moderator());
    }

    private Mono<DiscussionThread> moderated(String id, Visibility visibility) {
        return threads.find(id, visibility)
                .filter(thread -> visibility.mayModerate(thread.group()))
                .switchIfEmpty(Mono.error(NotFound::new));
    }

    private Mono<Post> postOf(DiscussionThread thread, String postId, Visibility visibility) {
        return threads.post(postId, visibility)
                .filter(post -> post.thread().equals(thread.id()) && post.live())
                .switchIfEmpty(Mono.error(NotFound::new));
    }
}
