package hub.forum.threads.web;

import hub.forum.groups.Visibility;
import hub.forum.groups.web.CurrentVisibility;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Post;
import hub.forum.threads.Threads;
import hub.platform.identity.Viewer;
import hub.platform.pages.Fragment;
import hub.platform.pages.HomeCard;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the viewer wrote and nobody else sees yet: a conversation that waits stands in no list. Nothing while there is none. */
@Component
@Order(15)
class OwnWaitingCard implements HomeCard {
    private static final int MOST = 10;

    private final CurrentVisibility visibilities;
    private final Threads threads;
    private final Times times;

    OwnWaitingCard(CurrentVisibility visibilities, Threads threads, Times times) {
        this.visibilities = visibilities;
        this.threads = threads;
        this.times = times;
    }

    /** @param back whether it was sent back, to be changed */
    record Line(String path, String title, boolean back, Moment time) {}

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public Mono<Fragment> of(Viewer viewer, ServerWebExchange exchange) {
        return visibilities
                .of(exchange)
                .flatMap(this::lines)
                .filter(lines -> !lines.isEmpty())
                .map(lines -> new Fragment("threads/home", "ownWaiting", lines));
    }

    private Mono<List<Line>> lines(Visibility visibility) {
        return threads.ownUnseen(visibility)
                .flatMapMany(Flux::fromIterable)
                .filter(post -> post.state() != Post.State.REFUSED)
                .take(MOST)
                .concatMap(post -> threads.find(post.thread(), visibility).map(thread -> line(post, thread)))
                .collectList();
    }

    private Line line(Post post, DiscussionThread thread) {
        return new Line(
                ThreadController.permalink(thread, post.id()),
                thread.title(),
                post.state() == Post.State.SENT_BACK,
                times.say(post.createdAt()));
    }
}
