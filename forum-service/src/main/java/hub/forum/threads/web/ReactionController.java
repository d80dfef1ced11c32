package hub.forum.threads.web;

import hub.forum.groups.Visibility;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Post;
import hub.forum.threads.Reaction;
import hub.forum.threads.Reactions;
import hub.forum.threads.Threads;
import hub.platform.forms.Form;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.pages.Pages;
import hub.platform.text.Slug;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Thanking and the like, and who did. */
@Controller
class ReactionController {
    private final Threads threads;
    private final Reactions reactions;
    private final ThreadPages pages;
    private final Accounts accounts;

    ReactionController(Threads threads, Reactions reactions, ThreadPages pages, Accounts accounts) {
        this.threads = threads;
        this.reactions = reactions;
        this.pages = pages;
        this.accounts = accounts;
    }

    /** What is neither given nor taken back leads back as it is. */
    @PostMapping("/threads/{id}/posts/{postId}/reactions")
    Mono<Rendering> react(
            @PathVariable String id, @PathVariable String postId, Form<ThreadForms.React> form, Visibility visibility) {
        ThreadForms.React sent = form.value();
        return found(id, postId, visibility)
                .flatMap(found -> Mono.justOrEmpty(Slug.find(Reaction.Kind.class, sent.give()))
                        .flatMap(kind -> reactions.give(postId, kind, visibility))
                        .switchIfEmpty(Mono.justOrEmpty(Slug.find(Reaction.Kind.class, sent.take()))
                                .flatMap(kind -> reactions.take(postId, kind, visibility)))
                        .defaultIfEmpty(found.post())
                        .map(post -> Pages.seeOther(ThreadController.backTo(found.thread(), sent.place(), postId))));
    }

    /** @param author whose post it is */
    record ReactionsPage(ThreadPages.Head thread, String post, String author, List<Kind> kinds) {}

    /** @param kind in keys of messages */
    record Kind(String kind, List<String> names) {}

    @GetMapping("/threads/{id}/posts/{postId}/reactions")
    Mono<Rendering> who(@PathVariable String id, @PathVariable String postId, Visibility visibility) {
        return found(id, postId, visibility)
                .flatMap(found -> Mono.zip(pages.head(found.thread(), visibility), names(found.post()))
                        .map(parts -> Pages.show(
                                "threads/reactions",
                                new ReactionsPage(
                                        parts.getT1(),
                                        postId,
                                        parts.getT2().of(found.post().author()).name(),
                                        kinds(found.post(), parts.getT2())))));
    }

    private Mono<Names> names(Post post) {
        List<String> people =
                post.reactions().stream().map(Reaction::by).distinct().toList();
        return accounts.names(Stream.concat(people.stream(), Stream.of(post.author()))
                .distinct()
                .toList());
    }

    private static List<Kind> kinds(Post post, Names names) {
        return Arrays.stream(Reaction.Kind.values())
                .map(kind -> new Kind(
                        kind.slug(),
                        post.reactions().stream()
                                .filter(reaction -> reaction.kind() == kind)
                                .map(reaction -> names.of(reaction.by()).name())
                                .toList()))
                .filter(kind -> !kind.names().isEmpty())
                .toList();
    }

    private record Found(DiscussionThread thread, Post post) {}

    private Mono<Found> found(String id, String postId, Visibility visibility) {
        return Mono.zip(threads.find(id, visibility), threads.post(postId, visibility), Found::new)
                .filter(found ->
                        found.post().thread().equals(id) && found.post().state() == Post.State.PUBLISHED);
    }
}
