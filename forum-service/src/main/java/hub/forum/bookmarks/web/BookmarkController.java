package hub.forum.bookmarks.web;

import hub.forum.bookmarks.Bookmarks;
import hub.forum.groups.Visibility;
import hub.platform.forms.Form;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Keeping a post or a conversation for later. */
@Controller
class BookmarkController {
    private final Bookmarks bookmarks;
    private final Times times;

    BookmarkController(Bookmarks bookmarks, Times times) {
        this.bookmarks = bookmarks;
        this.times = times;
    }

    /**
     * What somebody sends.
     *
     * @param post empty for the conversation as a whole
     * @param remind one of {@link Remind}; anything else is no reminder
     */
    record Keep(String post, String remind) {
        Keep {
            post = InputText.orEmpty(post);
            remind = InputText.orEmpty(remind);
        }
    }

    /** When people can be reminded. */
    enum Remind implements Slug {
        TOMORROW(1),
        IN_THREE_DAYS(3),
        IN_A_WEEK(7);

        private final int days;

        Remind(int days) {
            this.days = days;
        }
    }

    /**
     * @param post empty for the conversation as a whole
     * @param kept whether it is kept already
     * @param remindAt when a reminder comes; null for none
     */
    record BookmarkPage(
            String thread,
            String post,
            String title,
            String path,
            boolean kept,
            @Nullable Moment remindAt) {}

    @GetMapping("/bookmarks/{thread}")
    Mono<Rendering> form(
            @PathVariable String thread, @RequestParam(defaultValue = "") String post, Visibility visibility) {
        return bookmarks
                .what(thread, post, visibility)
                .flatMap(what -> bookmarks
                        .find(thread, post, visibility)
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .map(there -> Pages.show(
                                "bookmarks/bookmark",
                                new BookmarkPage(
                                        thread,
                                        post,
                                        what.thread().title(),
                                        what.path(),
                                        there.isPresent(),
                                        there.map(bookmark -> bookmark.remindAt())
                                                .map(times::say)
                                                .orElse(null)))));
    }

    @PostMapping("/bookmarks/{thread}")
    Mono<Rendering> keep(@PathVariable String thread, Form<Keep> form, Visibility visibility) {
        Keep sent = form.value();
        Integer days = Slug.find(Remind.class, sent.remind())
                .map(remind -> remind.days)
                .orElse(null);
        return bookmarks
                .what(thread, sent.post(), visibility)
                .flatMap(what ->
                        bookmarks.keep(thread, sent.post(), days, visibility).map(kept -> Pages.seeOther(what.path())));
    }

    /** Done twice it is done once. */
    @PostMapping("/bookmarks/{thread}/remove")
    Mono<Rendering> remove(@PathVariable String thread, Form<Keep> form, Visibility visibility) {
        return bookmarks
                .what(thread, form.value().post(), visibility)
                .flatMap(what -> bookmarks
                        .remove(thread, form.value().post(), visibility)
                        .thenReturn(Pages.seeOther("/conversations?show=bookmarked")));
    }
}
