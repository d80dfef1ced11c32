package hub.forum.threads.web;

import hub.forum.groups.Visibility;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Post;
import hub.forum.threads.Threads;
import hub.forum.threads.web.ThreadForms.Edit;
import hub.platform.forms.Form;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Changing and taking back one's own words. */
@Controller
class OwnPostController {
    private final Threads threads;
    private final ThreadPages pages;

    OwnPostController(Threads threads, ThreadPages pages) {
        this.threads = threads;
        this.pages = pages;
    }

    private record Found(DiscussionThread thread, Post post) {}

    /** @param preview the words as they will look, sanitised; null unless asked for */
    record EditPage(
            ThreadPages.Head thread, String post, @Nullable String preview) {}

    @GetMapping("/threads/{id}/posts/{postId}/edit")
    Mono<Rendering> editForm(@PathVariable String id, @PathVariable String postId, Visibility visibility) {
        return own(id, postId, visibility)
                .flatMap(found -> found.thread().isLocked()
                        ? Mono.just(Pages.seeOther(found.thread().path()))
                        : editPage(found, Form.of(asItIs(found.post())), null, visibility));
    }

    @PostMapping("/threads/{id}/posts/{postId}/edit")
    Mono<Rendering> edit(@PathVariable String id, @PathVariable String postId, Form<Edit> form, Visibility visibility) {
        return own(id, postId, visibility)
                .flatMap(found -> form.submit(
                        sent -> sent.previewing()
                                ? threads.preview(sent.text()).flatMap(html -> editPage(found, form, html, visibility))
                                : threads.edit(postId, sent.text(), sent.seen(), visibility)
                                        .map(post ->
                                                Pages.seeOther(ThreadController.permalink(found.thread(), post.id()))),
                        again -> editPage(found, onTop(again, found.post()), null, visibility)));
    }

    private static Edit asItIs(Post post) {
        return Edit.of(post.markdown(), post.revision());
    }

    /** Once it was said that the post has changed, saving again puts these words over the change. */
    private static Form<Edit> onTop(Form<Edit> form, Post now) {
        return form.status() == HttpStatus.CONFLICT
                ? form.with(Edit.of(form.value().text(), now.revision()))
                : form;
    }

    private Mono<Rendering> editPage(Found found, Form<Edit> form, @Nullable String preview, Visibility visibility) {
        return pages.head(found.thread(), visibility)
                .map(head -> Pages.show(
                        "threads/edit", new EditPage(head, found.post().id(), preview), form));
    }

    /** @param html the post, sanitised */
    record DeletePage(ThreadPages.Head thread, String post, String html) {}

    @GetMapping("/threads/{id}/posts/{postId}/delete")
    Mono<Rendering> deleteForm(@PathVariable String id, @PathVariable String postId, Visibility visibility) {
        return own(id, postId, visibility)
                .flatMap(found -> pages.head(found.thread(), visibility)
                        .map(head -> Pages.show(
                                "threads/delete",
                                new DeletePage(
                                        head, found.post().id(), found.post().html()))));
    }

    @PostMapping("/threads/{id}/posts/{postId}/delete")
    Mono<Rendering> delete(@PathVariable String id, @PathVariable String postId, Visibility visibility) {
        return own(id, postId, visibility)
                .flatMap(found -> threads.delete(postId, visibility)
                        .map(post -> Pages.seeOther(found.thread().path()))
                        // Locked or changed meanwhile: the thread's own page shows how things stand.
                        .onErrorResume(
                                Rejected.class,
                                refusal ->
                                        Mono.just(Pages.seeOther(found.thread().path()))));
    }

    private Mono<Found> own(String threadId, String postId, Visibility visibility) {
        return Mono.zip(threads.find(threadId, visibility), threads.post(postId, visibility), Found::new)
                .filter(found -> found.post().thread().equals(threadId)
                        && found.post().author().equals(visibility.viewer().account())
                        && visibility.mayPost(found.thread().group()));
    }
}
