package hub.forum.bookmarks;

import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import hub.platform.due.DueWork;
import hub.platform.mongo.Ids;
import hub.platform.time.Times;
import java.time.Instant;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What some people of the demo keep for later. */
@Component
@Order(DemoContent.SCHEMES)
class BookmarksDemo implements DemoContent {
    private final DemoFiles files;
    private final BookmarkStore store;
    private final DueWork due;

    BookmarksDemo(DemoFiles files, BookmarkStore store, DueWork due) {
        this.files = files;
        this.store = store;
        this.due = due;
    }

    @Override
    public String name() {
        return "bookmarks";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        return Flux.fromIterable(files.entries("bookmarks/bookmarks.yml"))
                .map(entry -> bookmark(entry, clock))
                .concatMap(bookmark -> store.put(bookmark).then(reminder(bookmark)))
                .then();
    }

    private Mono<Void> reminder(Bookmark bookmark) {
        Instant at = bookmark.remindAt();
        return at == null ? Mono.empty() : due.at(BookmarkReminders.DUE, bookmark.id(), at);
    }

    private static Bookmark bookmark(DemoEntry entry, DemoClock clock) {
        String group = entry.text("group");
        String source = group + "/" + entry.text("thread");
        String thread = Ids.of(source);
        String post = entry.text("post").isEmpty() ? "" : Ids.of(source + "#" + entry.number("post"));
        int days = entry.number("remindInDays");
        String by = entry.text("by");
        return new Bookmark(
                Bookmark.id(by, thread, post),
                by,
                group,
                thread,
                post,
                clock.ago(entry.text("ago")),
                days == 0
                        ? null
                        : clock.today()
                                .plusDays(days)
                                .atTime(Bookmarks.MORNING)
                                .atZone(Times.LONDON)
                                .toInstant());
    }
}
