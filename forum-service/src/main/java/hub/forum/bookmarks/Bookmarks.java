package hub.forum.bookmarks;

import hub.forum.groups.Visibility;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Post;
import hub.forum.threads.Threads;
import hub.platform.due.DueWork;
import hub.platform.mongo.Transactions;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the viewer keeps for later. Every method is about the viewer's own, and shows what they may read at that moment. */
@Service
public class Bookmarks {
    public static final int PAGE = 20;

    private static final Pattern END = Pattern.compile("([0-9]{1,15}):([0-9a-z]{12}:[0-9a-z]{0,12})");

    /** When people are reminded, on the day that they chose. */
    static final LocalTime MORNING = LocalTime.of(9, 0);

    private final BookmarkStore store;
    private final Threads threads;
    private final DueWork due;
    private final Transactions transactions;
    private final Clock clock;

    Bookmarks(BookmarkStore store, Threads threads, DueWork due, Transactions transactions, Clock clock) {
        this.store = store;
        this.threads = threads;
        this.due = due;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param post null for the conversation as a whole */
    public record Kept(DiscussionThread thread, @Nullable Post post) {
        public String path() {
            return post == null ? thread.path() : "/threads/" + thread.id() + "/posts/" + post.id();
        }
    }

    /** What there is to keep or is kept: empty for what the viewer cannot read now. */
    public Mono<Kept> what(String thread, String post, Visibility visibility) {
        return threads.find(thread, visibility)
                .flatMap(found -> post.isEmpty()
                        ? Mono.just(new Kept(found, null))
                        : threads.post(post, visibility)
                                .filter(said -> said.state() == Post.State.PUBLISHED)
                                .flatMap(said ->
                                        threads.find(said.thread(), visibility).map(now -> new Kept(now, said))));
    }

    public Mono<Bookmark> find(String thread, String post, Visibility visibility) {
        return store.find(Bookmark.id(visibility.viewer().id(), thread, post));
    }

    /**
     * Keeps it, or moves the reminder of what is kept. Empty if the viewer cannot read it.
     *
     * @param days after how many days they wish to be reminded, in the morning; null for never
     */
    public Mono<Bookmark> keep(String thread, String post, @Nullable Integer days, Visibility visibility) {
        return what(thread, post, visibility)
                .flatMap(kept -> transactions.run(put(kept.thread(), post, days, visibility)));
    }

    private Mono<Bookmark> put(DiscussionThread thread, String post, @Nullable Integer days, Visibility visibility) {
        String account = visibility.viewer().id();
        String id = Bookmark.id(account, thread.id(), post);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Times.LONDON);
        var wall = days == null ? null : today.plusDays(days).atTime(MORNING);
        Bookmark bookmark = new Bookmark(
                id,
                account,
                thread.group(),
                thread.id(),
                post,
                clock.instant(),
                wall == null ? null : wall.atZone(Times.LONDON).toInstant());
        Mono<Void> reminder = wall == null
                ? due.cancel(BookmarkReminders.DUE, id).then()
                : due.atWallTime(BookmarkReminders.DUE, id, wall, Times.LONDON);
        return store.find(id)
                .map(there ->
                        new Bookmark(id, account, thread.group(), thread.id(), post, there.at(), bookmark.remindAt()))
                .defaultIfEmpty(bookmark)
                .flatMap(store::put)
                .flatMap(put -> reminder.thenReturn(put));
    }

    /** Done twice it is done once. */
    public Mono<Void> remove(String thread, String post, Visibility visibility) {
        String id = Bookmark.id(visibility.viewer().id(), thread, post);
        return transactions.run(
                store.remove(id).then(due.cancel(BookmarkReminders.DUE, id)).then());
    }

    /**
     * A page of what the viewer keeps, the last kept first, without what they cannot read now.
     *
     * @param after where the page before ended, as given in {@link Page#after()}; empty for the first page
     */
    public Mono<Page> of(String after, Visibility visibility) {
        return store.of(position(after, visibility), PAGE + 1, visibility)
                .collectList()
                .flatMap(found -> {
                    List<Bookmark> page = found.subList(0, Math.min(PAGE, found.size()));
                    return Flux.fromIterable(page)
                            .concatMap(bookmark -> what(bookmark.thread(), bookmark.post(), visibility)
                                    .map(kept -> new Line(bookmark, kept)))
                            .collectList()
                            .map(lines -> new Page(lines, found.size() > PAGE ? key(page.getLast()) : null));
                });
    }

    private static String key(Bookmark last) {
        return last.at().toEpochMilli() + ":" + last.thread() + ":" + last.post();
    }

    /** Null for the first page, and for what is no end of a page. */
    private static BookmarkStore.@Nullable Position position(String after, Visibility visibility) {
        Matcher found = END.matcher(after);
        return found.matches()
                ? new BookmarkStore.Position(
                        Instant.ofEpochMilli(Long.parseLong(found.group(1))),
                        visibility.viewer().id() + ":" + found.group(2))
                : null;
    }

    /** @param after for the next page; null if there is none */
    public record Page(List<Line> lines, @Nullable String after) {}

    public record Line(Bookmark bookmark, Kept kept) {}
}
