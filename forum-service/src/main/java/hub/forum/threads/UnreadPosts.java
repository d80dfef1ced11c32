package hub.forum.threads;

import hub.forum.following.Following;
import hub.forum.groups.Visibility;
import hub.forum.unread.ReadMark;
import hub.forum.unread.ReadMarks;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * What is new to the viewer: what others wrote, can be read, and was on no page that the viewer was shown. Counted when it is asked for, so
 * what is hidden or taken back is not counted any more.
 */
@Service
public class UnreadPosts {
    /** Of one conversation; when there are more, it is said that there are. */
    static final int MOST = 50;

    private final PostStore posts;
    private final ReadMarks marks;
    private final Following following;

    UnreadPosts(PostStore posts, ReadMarks marks, Following following) {
        this.posts = posts;
        this.marks = marks;
        this.following = following;
    }

    /** How far the viewer has read a thread. */
    public Mono<ReadMark> mark(DiscussionThread thread, Visibility visibility) {
        return marks.of(visibility.viewer(), thread.id());
    }

    /** The first post that is new to the viewer; empty if nothing is. */
    public Mono<Post> first(DiscussionThread thread, Visibility visibility) {
        return mark(thread, visibility).flatMap(mark -> first(thread, mark, visibility));
    }

    /** As {@link #first(DiscussionThread, Visibility)}, to somebody who has read so far. */
    public Mono<Post> first(DiscussionThread thread, ReadMark mark, Visibility visibility) {
        return thread.mayHaveNews(mark) ? posts.firstUnread(thread.id(), mark, visibility) : Mono.empty();
    }

    /**
     * How many posts of some threads are new, by thread, without those where nothing is and those that the viewer muted.
     *
     * @param found no more than a page of them
     */
    Mono<Map<String, News>> in(List<DiscussionThread> found, Visibility visibility) {
        return following
                .of(visibility.viewer())
                .map(chosen -> found.stream()
                        .filter(thread -> !chosen.mutes(thread.id(), thread.group()))
                        .toList())
                .flatMap(heard -> marks.of(
                                visibility.viewer(),
                                heard.stream().map(DiscussionThread::id).toList())
                        .flatMap(all -> in(heard, all, visibility)));
    }

    private Mono<Map<String, News>> in(List<DiscussionThread> found, Map<String, ReadMark> all, Visibility visibility) {
        Map<String, ReadMark> some = new HashMap<>();
        Map<String, DiscussionThread> threads = new HashMap<>();
        found.forEach(thread -> {
            ReadMark mark = all.get(thread.id());
            if (mark != null && thread.mayHaveNews(mark)) {
                some.put(thread.id(), mark);
                threads.put(thread.id(), thread);
            }
        });
        if (some.isEmpty()) {
            return Mono.just(Map.of());
        }
        String reader = visibility.viewer().id();
        return posts.countUnread(some, MOST + 1, visibility).map(counts -> {
            Map<String, News> news = new HashMap<>();
            threads.forEach((id, thread) -> {
                ReadMark mark = some.get(id);
                Integer count = counts.get(id);
                if (mark != null && count != null) {
                    news.put(id, new News(count, thread.isNews(mark, reader)));
                }
            });
            return news;
        });
    }

    /**
     * @param posts at most one more than {@value #MOST}
     * @param fromTheBeginning whether the viewer has read nothing of it
     */
    record News(int posts, boolean fromTheBeginning) {}

    /** What was on a page that is shown to the viewer is new no more on the next. Nothing is written where nothing was new. */
    public Mono<Void> shown(PostPage page, DiscussionThread thread, ReadMark mark, Visibility visibility) {
        String reader = visibility.viewer().id();
        List<Post> fresh =
                page.posts().stream().filter(post -> post.isNews(mark, reader)).toList();
        if (fresh.isEmpty()) {
            return Mono.empty();
        }
        ReadMark read = mark.with(fresh.stream().map(Post::id).toList());
        Instant newest = fresh.stream()
                .map(Post::createdAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Instant last =
                thread.lastPost().at().isAfter(newest) ? thread.lastPost().at() : newest;
        return posts.firstUnread(thread.id(), read, visibility)
                .map(next -> marks.partly(read, next.createdAt()))
                .defaultIfEmpty(marks.wholly(read, last))
                .flatMap(write -> write);
    }
}
