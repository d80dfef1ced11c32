package hub.forum.threads.web;

import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Post;
import hub.forum.threads.Threads;
import hub.platform.identity.Rejected;
import hub.platform.identity.Viewer;
import hub.platform.web.NotFound;
import hub.platform.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Changing and taking back one's own words. */
@Controller
class OwnPostController {
    private final Rights rights;
    private final Threads threads;
    private final ThreadPages pages;

    OwnPostController(Rights rights, Threads threads, ThreadPages pages) {
        this.rights = rights;
        this.threads = threads;
        this.pages = pages;
    }

    @GetMapping("/threads/{id}/posts/{postId}/edit")
    Mono<Rendering> editForm(@PathVariable String id, @PathVariable String postId, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> own(id, postId, visibility)
                        .flatMap(found -> found.thread().isLocked()
                                ? Mono.just(Pages.seeOther(found.thread().path()))
                                : editPage(
                                        Rendering.view("threads/edit"),
                                        found,
                                        ThreadForms.Edit.of(
                                                found.post().markdown(),
                                                found.post().revision()),
                                        "",
                                        visibility)));
    }

    @PostMapping("/threads/{id}/posts/{postId}/edit")
    Mono<Rendering> edit(
            @PathVariable String id,
            @PathVariable String postId,
            @ModelAttribute("form") ThreadForms.Edit form,
            BindingResult errors,
            Viewer viewer) {
        form.check(errors);
        return rights.of(viewer)
                .flatMap(visibility -> own(id, postId, visibility)
                        .flatMap(found -> save(found, form, errors, visibility)
                                .onErrorResume(Rejected.class, refusal -> {
                                    Pages.reject(errors, "text", refusal);
                                    ThreadForms.Edit onTop = ThreadForms.Edit.of(
                                            form.text(), found.post().revision());
                                    return editPage(
                                            Pages.changedMeanwhile("threads/edit"), found, onTop, "", visibility);
                                })));
    }

    private Mono<Rendering> save(Found found, ThreadForms.Edit form, BindingResult errors, Visibility visibility) {
        if (errors.hasErrors()) {
            return editPage(Pages.mend("threads/edit"), found, form, "", visibility);
        }
        if (form.previewing()) {
            return threads.preview(form.text())
                    .flatMap(html -> editPage(Rendering.view("threads/edit"), found, form, html, visibility));
        }
        return threads.edit(found.post().id(), form.text(), form.number(), visibility)
                .switchIfEmpty(Mono.error(NotFound::new))
                .map(post -> Pages.seeOther(ThreadController.permalink(found.thread(), post.id())));
    }

    private Mono<Rendering> editPage(
            Rendering.Builder<?> page, Found found, ThreadForms.Edit form, String preview, Visibility visibility) {
        return pages.head(found.thread(), visibility)
                .map(head -> page.modelAttribute("thread", head)
                        .modelAttribute("post", found.post().id())
                        .modelAttribute("form", form)
                        .modelAttribute("preview", preview)
                        .build());
    }

    @GetMapping("/threads/{id}/posts/{postId}/delete")
    Mono<Rendering> deleteForm(@PathVariable String id, @PathVariable String postId, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> own(id, postId, visibility)
                        .flatMap(found -> pages.head(found.thread(), visibility)
                                .map(head -> Rendering.view("threads/delete")
                                        .modelAttribute("thread", head)
                                        .modelAttribute("post", found.post().id())
                                        .modelAttribute("html", found.post().html())
                                        .build())));
    }

    @PostMapping("/threads/{id}/posts/{postId}/delete")
    Mono<Rendering> delete(@PathVariable String id, @PathVariable String postId, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> own(id, postId, visibility)
                        .flatMap(found -> threads.delete(postId, visibility)
                                .switchIfEmpty(Mono.error(NotFound::new))
                                .map(post -> Pages.seeOther(found.thread().path()))
                                // Locked or changed meanwhile: the thread's own page shows how things stand.
                                .onErrorResume(
                                        Rejected.class,
                                        refusal -> Mono.just(
                                                Pages.seeOther(found.thread().path())))));
    }

    private Mono<Found> own(String threadId, String postId, Visibility visibility) {
        return Mono.zip(threads.find(threadId, visibility), threads.post(postId, visibility), Found::new)
                .filter(found -> found.post().thread().equals(threadId)
                        && found.post().author().equals(visibility.viewer().account())
                        && visibility.mayPost(found.thread().group()))
                .switchIfEmpty(Mono.error(NotFound::new));
    }

    private record Found(DiscussionThread thread, Post post) {}
}
