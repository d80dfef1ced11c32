package hub.forum.conversations.web;

import hub.forum.bookmarks.Bookmarks;
import hub.forum.drafts.Draft;
import hub.forum.drafts.Drafts;
import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import hub.forum.threads.ConversationLists;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.ThreadLine;
import hub.forum.threads.Threads;
import hub.platform.forms.Form;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Lists of conversations over all places. */
@Controller
class ConversationController {
    /** Of what a list says where its page ended. */
    private static final Pattern PLACE = Pattern.compile("[0-9a-z:]{0,60}");

    private static final int EXCERPT = 120;

    private final ConversationLists lists;
    private final Bookmarks bookmarks;
    private final Drafts drafts;
    private final Groups groups;
    private final Threads threads;
    private final Times times;

    ConversationController(
            ConversationLists lists, Bookmarks bookmarks, Drafts drafts, Groups groups, Threads threads, Times times) {
        this.lists = lists;
        this.bookmarks = bookmarks;
        this.drafts = drafts;
        this.groups = groups;
        this.threads = threads;
        this.times = times;
    }

    /** What can be shown, in the order in which it is offered. */
    enum Show implements Slug {
        LATEST,
        UNREAD,
        FOLLOWED,
        MINE,
        UNANSWERED,
        BOOKMARKED,
        DRAFTS
    }

    /**
     * @param show which of {@link Show}, in keys of messages
     * @param others the slugs of all, in their order
     * @param lines of conversations
     * @param own bookmarks or drafts
     * @param older the address of the next page; null if there is none
     */
    record Listed(
            String show,
            List<String> all,
            List<ThreadLine> lines,
            List<Own> own,
            @Nullable String older) {}

    /**
     * Something that is the viewer's alone: what they keep, or began to write.
     *
     * @param words the beginning of what was written; empty for none
     * @param whole all that was written, where that is more; empty if it is not
     * @param reminder when a reminder comes; null for none
     * @param draft where the draft is to be posted; null for a bookmark
     */
    record Own(
            String href,
            String title,
            String groupName,
            String words,
            String whole,
            Moment time,
            @Nullable Moment reminder,
            Draft.@Nullable Place draft) {}

    @GetMapping("/conversations")
    Mono<Rendering> list(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String after,
            Visibility visibility) {
        Show shown = Slug.find(Show.class, show).orElse(Show.LATEST);
        String from = PLACE.matcher(after).matches() ? after : "";
        return switch (shown) {
            case LATEST -> lists.latest(from, visibility).map(page -> listed(shown, page));
            case UNREAD -> lists.unread(from, visibility).map(page -> listed(shown, page));
            case FOLLOWED -> lists.followed(from, visibility).map(page -> listed(shown, page));
            case MINE -> lists.own(from, visibility).map(page -> listed(shown, page));
            case UNANSWERED -> lists.unanswered(from, visibility).map(page -> listed(shown, page));
            case BOOKMARKED -> bookmarked(from, visibility);
            case DRAFTS -> drafts(visibility);
        };
    }

    private static Rendering listed(Show show, ConversationLists.Page page) {
        return listed(show, page.lines(), List.of(), page.after());
    }

    private static Rendering listed(Show show, List<ThreadLine> lines, List<Own> own, @Nullable String after) {
        return Pages.show(
                "conversations/list",
                new Listed(
                        show.slug(),
                        Arrays.stream(Show.values()).map(Show::slug).toList(),
                        lines,
                        own,
                        after == null ? null : "/conversations?show=" + show.slug() + "&after=" + after));
    }

    private Mono<Rendering> bookmarked(String after, Visibility visibility) {
        return Mono.zip(bookmarks.of(after, visibility), groups.names(visibility.readable(), visibility))
                .map(found -> listed(
                        Show.BOOKMARKED,
                        List.of(),
                        found.getT1().lines().stream()
                                .map(line -> own(line, found.getT2()))
                                .toList(),
                        found.getT1().after()));
    }

    private Own own(Bookmarks.Line line, Map<String, String> names) {
        return new Own(
                line.kept().path(),
                line.kept().thread().title(),
                names.getOrDefault(line.kept().thread().group(), ""),
                line.kept().post() == null ? "" : excerpt(line.kept().post().markdown()),
                "",
                times.say(line.bookmark().at()),
                line.bookmark().remindAt() == null
                        ? null
                        : times.say(line.bookmark().remindAt()),
                null);
    }

    /** Where the viewer can write no more, what they began is not shown. */
    private Mono<Rendering> drafts(Visibility visibility) {
        return groups.names(visibility.readable(), visibility)
                .flatMap(names -> drafts.of(visibility.viewer())
                        .flatMapIterable(all -> all)
                        .filter(draft -> visibility.mayPost(draft.place().group()))
                        .concatMap(draft -> own(draft, names, visibility))
                        .collectList())
                .map(own -> listed(Show.DRAFTS, List.of(), own, null));
    }

    private Mono<Own> own(Draft draft, Map<String, String> names, Visibility visibility) {
        Draft.Place place = draft.place();
        return title(draft, visibility)
                .map(title -> new Own(
                        place.isReply()
                                ? "/threads/" + place.thread() + "/reply?to=" + place.parent()
                                : "/threads/new?group=" + place.group(),
                        title,
                        names.getOrDefault(place.group(), ""),
                        excerpt(draft.text()),
                        excerpt(draft.text()).equals(draft.text()) ? "" : draft.text(),
                        times.say(draft.changedAt()),
                        null,
                        place));
    }

    private Mono<String> title(Draft draft, Visibility visibility) {
        return draft.place().isReply()
                ? threads.find(draft.place().thread(), visibility).map(DiscussionThread::title)
                : Mono.just(draft.title());
    }

    private static String excerpt(String text) {
        String line = InputText.clean(text);
        return line.length() <= EXCERPT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, EXCERPT))) + "…";
    }

    /** Which draft is not wanted any more. */
    record Drop(String group, String thread, String parent) {
        Drop {
            group = InputText.orEmpty(group);
            thread = InputText.orEmpty(thread);
            parent = InputText.orEmpty(parent);
        }
    }

    @PostMapping("/conversations/drafts/drop")
    Mono<Rendering> drop(Form<Drop> form, Visibility visibility) {
        Drop sent = form.value();
        return drafts.drop(new Draft.Place(sent.group(), sent.thread(), sent.parent()), visibility.viewer())
                .thenReturn(Pages.seeOther("/conversations?show=drafts"));
    }
}
