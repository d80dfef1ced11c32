package hub.forum.threads.web;

import hub.forum.groups.Visibility;
import hub.forum.threads.Post;
import hub.forum.threads.ThreadPolicy;
import hub.forum.threads.Threads;
import hub.platform.pages.Pages;
import hub.platform.text.WordChanges;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What a post said before it was edited, for its author and whoever moderates there. For everybody else there is no such page. */
@Controller
class HistoryController {
    private final Threads threads;
    private final ThreadPages pages;
    private final Times times;

    HistoryController(Threads threads, ThreadPages pages, Times times) {
        this.threads = threads;
        this.pages = pages;
        this.times = times;
    }

    /** @param changes the latest first */
    record HistoryPage(ThreadPages.Head thread, String post, List<Change> changes) {}

    record Change(Moment at, List<WordChanges.Piece> words) {}

    @GetMapping("/threads/{id}/posts/{postId}/history")
    Mono<Rendering> history(@PathVariable String id, @PathVariable String postId, Visibility visibility) {
        return Mono.zip(threads.find(id, visibility), threads.post(postId, visibility))
                .filter(found -> found.getT2().thread().equals(id)
                        && found.getT2().live()
                        && ThreadPolicy.maySeeHistory(visibility, found.getT2()))
                .flatMap(found -> pages.head(found.getT1(), visibility)
                        .map(head ->
                                Pages.show("threads/history", new HistoryPage(head, postId, changes(found.getT2())))));
    }

    private List<Change> changes(Post post) {
        List<Post.Earlier> versions = new ArrayList<>(post.earlier());
        Instant last = Objects.requireNonNullElse(post.editedAt(), post.createdAt());
        versions.add(new Post.Earlier(post.markdown(), last));
        List<Change> changes = new ArrayList<>();
        for (int i = versions.size() - 1; i > 0; i--) {
            changes.add(new Change(
                    times.say(versions.get(i).at()),
                    WordChanges.between(
                            versions.get(i - 1).markdown(), versions.get(i).markdown())));
        }
        return changes;
    }
}
