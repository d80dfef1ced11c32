package hub.forum.threads;

import hub.forum.groups.Visibility;
import hub.platform.events.Events;
import hub.platform.identity.NotAllowed;
import hub.platform.mongo.Transactions;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** How people react to what others say. It stands with the post, so a page of posts needs no further query for it. */
@Service
public class Reactions {
    private final Threads threads;
    private final PostStore posts;
    private final Events events;
    private final Transactions transactions;

    Reactions(Threads threads, PostStore posts, Events events, Transactions transactions) {
        this.threads = threads;
        this.posts = posts;
        this.events = events;
        this.transactions = transactions;
    }

    /** Reacts to a post. Done twice it is done once, at the same moment too. Empty if the viewer can react to no such post. */
    public Mono<Post> give(String post, Reaction.Kind kind, Visibility visibility) {
        return change(post, kind, true, visibility);
    }

    /** Takes it back. */
    public Mono<Post> take(String post, Reaction.Kind kind, Visibility visibility) {
        return change(post, kind, false, visibility);
    }

    /** In a locked conversation, and to a post that is gone, nothing changes. */
    private Mono<Post> change(String id, Reaction.Kind kind, boolean given, Visibility visibility) {
        String by = visibility.viewer().id();
        return threads.post(id, visibility)
                .filter(post -> ThreadPolicy.mayReact(visibility, post))
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(post -> threads.find(post.thread(), visibility)
                        .filter(thread -> !thread.isLocked())
                        .flatMap(open -> transactions.run(posts.react(id, new Reaction(by, kind), given, visibility)
                                .delayUntil(changed -> publish(changed, by))))
                        .defaultIfEmpty(post));
    }

    private Mono<Void> publish(Post post, String by) {
        boolean stands =
                post.reactions().stream().anyMatch(reaction -> reaction.by().equals(by));
        return events.publish(
                new ThreadEvents.Reacted(post.thread(), post.id(), post.group(), by, post.author(), stands));
    }
}
