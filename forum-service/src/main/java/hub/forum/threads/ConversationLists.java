package hub.forum.threads;

import hub.forum.following.Following;
import hub.forum.following.Follows;
import hub.forum.following.Volume;
import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lists of conversations over all places that the viewer may read, page by page. */
@Service
public class ConversationLists {
    /** Among how many of the latest a page of unread ones is looked for. */
    private static final int LOOKED_AT = 60;

    private final ThreadStore threads;
    private final ThreadLists lists;
    private final UnreadPosts unread;
    private final Groups groups;
    private final Following following;

    ConversationLists(ThreadStore threads, ThreadLists lists, UnreadPosts unread, Groups groups, Following following) {
        this.threads = threads;
        this.lists = lists;
        this.unread = unread;
        this.groups = groups;
        this.following = following;
    }

    /** @param after for the next page; null if there is none */
    public record Page(List<ThreadLine> lines, @Nullable String after) {}

    /** @param after where the page before ended, as given in {@link Page#after()}; empty for the first page */
    public Mono<Page> latest(String after, Visibility visibility) {
        return page(threads.everywhere(after, ThreadStore.PAGE + 1, visibility), ThreadStore.PAGE, visibility);
    }

    /** Of the latest those with something new, so a page may have few lines, or none, though there is a next. */
    public Mono<Page> unread(String after, Visibility visibility) {
        return page(threads.everywhere(after, LOOKED_AT + 1, visibility), LOOKED_AT, visibility)
                .map(page ->
                        new Page(page.lines().stream().filter(ThreadLine::isNew).toList(), page.after()));
    }

    public Mono<Page> unanswered(String after, Visibility visibility) {
        return page(threads.unanswered(after, ThreadStore.PAGE + 1, visibility), ThreadStore.PAGE, visibility);
    }

    /** Those that the viewer began. */
    public Mono<Page> own(String after, Visibility visibility) {
        return page(threads.begunBy(after, ThreadStore.PAGE + 1, visibility), ThreadStore.PAGE, visibility);
    }

    /** What the viewer follows: single conversations, and those of the groups and boards of which they wish to hear everything. */
    public Mono<Page> followed(String after, Visibility visibility) {
        return following
                .of(visibility.viewer())
                .flatMap(chosen ->
                        page(followed(chosen, after, ThreadStore.PAGE + 1, visibility), ThreadStore.PAGE, visibility));
    }

    private Flux<DiscussionThread> followed(Follows chosen, String after, int limit, Visibility visibility) {
        return threads.followed(
                chosen.followed(), chosen.groupsWith(Volume.EVERYTHING), chosen.muted(), after, limit, visibility);
    }

    /** Of the latest {@value #LOOKED_AT} that the viewer follows, those with something new. */
    public Mono<List<DiscussionThread>> newInFollowed(Visibility visibility) {
        return following
                .of(visibility.viewer())
                .flatMap(chosen -> fresh(followed(chosen, "", LOOKED_AT, visibility), Instant.EPOCH, visibility));
    }

    /** As {@link #newInFollowed}, if something was said there since a moment. */
    public Mono<List<DiscussionThread>> newInFollowed(Instant since, Visibility visibility) {
        return following
                .of(visibility.viewer())
                .flatMap(chosen -> fresh(followed(chosen, "", LOOKED_AT, visibility), since, visibility));
    }

    /** As {@link #newInFollowed(Instant, Visibility)}, of the groups and boards of which the viewer hears once a week. */
    public Mono<List<DiscussionThread>> newInWeekly(Instant since, Visibility visibility) {
        return following
                .of(visibility.viewer())
                .flatMap(chosen -> fresh(
                        threads.followed(
                                List.of(), chosen.groupsWith(Volume.WEEKLY), chosen.muted(), "", LOOKED_AT, visibility),
                        since,
                        visibility));
    }

    private Mono<List<DiscussionThread>> fresh(Flux<DiscussionThread> found, Instant since, Visibility visibility) {
        return found.filter(thread -> thread.lastPost().at().isAfter(since))
                .collectList()
                .filter(all -> !all.isEmpty())
                .flatMap(all -> unread.in(all, visibility)
                        .map(news -> all.stream()
                                .filter(thread -> news.containsKey(thread.id()))
                                .toList()))
                .defaultIfEmpty(List.of());
    }

    private Mono<Page> page(Flux<DiscussionThread> found, int size, Visibility visibility) {
        return Mono.zip(found.collectList(), groups.names(visibility.readable(), visibility))
                .flatMap(parts -> {
                    List<DiscussionThread> all = parts.getT1();
                    List<DiscussionThread> page = all.subList(0, Math.min(size, all.size()));
                    return lists.lines(Flux.fromIterable(page), parts.getT2(), visibility)
                            .map(lines -> new Page(
                                    lines, all.size() > size ? page.getLast().recency() : null));
                });
    }
}
