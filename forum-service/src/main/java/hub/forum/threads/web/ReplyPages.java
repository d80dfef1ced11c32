package hub.forum.threads.web;

import hub.forum.groups.Visibility;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Post;
import hub.forum.threads.PostPage;
import hub.forum.threads.Threads;
import hub.platform.web.NotFound;
import hub.platform.web.parts.PostNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The page on which a reply is written, with the post it answers above it. */
@Component
class ReplyPages {
    private final Threads threads;
    private final ThreadPages pages;
    private final PostNodes nodes;

    ReplyPages(Threads threads, ThreadPages pages, PostNodes nodes) {
        this.threads = threads;
        this.pages = pages;
        this.nodes = nodes;
    }

    Mono<Rendering> show(
            Rendering.Builder<?> page,
            DiscussionThread thread,
            ThreadForms.Reply form,
            String preview,
            Visibility visibility) {
        return Mono.zip(pages.head(thread, visibility), answered(thread, form.parent(), visibility))
                .map(parts -> page.modelAttribute("thread", parts.getT1())
                        .modelAttribute("answered", parts.getT2())
                        .modelAttribute("form", form)
                        .modelAttribute("preview", preview)
                        .build());
    }

    private Mono<List<PostNode>> answered(DiscussionThread thread, String parent, Visibility visibility) {
        if (parent.isEmpty()) {
            return Mono.just(List.of());
        }
        return threads.post(parent, visibility)
                .filter(post -> post.thread().equals(thread.id()) && post.state() == Post.State.PUBLISHED)
                .switchIfEmpty(Mono.error(NotFound::new))
                .flatMap(post ->
                        nodes.of(new PostPage(List.of(post), Map.of(), null, null), thread, Instant.MAX, visibility));
    }
}
