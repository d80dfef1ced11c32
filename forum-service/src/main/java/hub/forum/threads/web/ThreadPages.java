package hub.forum.threads.web;

import hub.forum.drafts.Draft;
import hub.forum.drafts.Drafts;
import hub.forum.following.Following;
import hub.forum.groups.GroupWords;
import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Post;
import hub.forum.threads.PostPage;
import hub.forum.threads.ReadThread;
import hub.forum.threads.ThreadPolicy;
import hub.forum.threads.Threads;
import hub.forum.threads.UnreadPosts;
import hub.forum.unread.ReadMark;
import hub.platform.forms.Form;
import hub.platform.identity.Accounts;
import hub.platform.pages.Pages;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The page of a thread, for those who read it and for those whose reply came too late. */
@Component
class ThreadPages {
    private final Groups groups;
    private final GroupWords words;
    private final PostNodes nodes;
    private final Accounts accounts;
    private final Times times;
    private final UnreadPosts unread;
    private final Drafts drafts;
    private final Following following;
    private final ReadThread reading;
    private final Threads threads;

    ThreadPages(
            Groups groups,
            GroupWords words,
            PostNodes nodes,
            Accounts accounts,
            Times times,
            UnreadPosts unread,
            Drafts drafts,
            Following following,
            ReadThread reading,
            Threads threads) {
        this.groups = groups;
        this.words = words;
        this.nodes = nodes;
        this.accounts = accounts;
        this.times = times;
        this.unread = unread;
        this.drafts = drafts;
        this.following = following;
        this.reading = reading;
        this.threads = threads;
    }

    /**
     * How it was opened.
     *
     * @param place which part of the conversation is shown, as the query of its address says it
     * @param gone whether the post that the address leads to was deleted
     */
    record Opened(String place, boolean gone) {
        static final Opened AT_THE_BEGINNING = new Opened("", false);
    }

    Mono<Rendering> show(DiscussionThread thread, PostPage page, Opened opened, Visibility visibility) {
        return conversation(thread, page, null, opened, visibility)
                .zipWith(begun(thread, visibility))
                .map(found -> Pages.show("threads/thread", found.getT1(), Form.of(found.getT2())));
    }

    /** What the viewer began to write there. */
    private Mono<ThreadForms.Reply> begun(DiscussionThread thread, Visibility visibility) {
        return drafts.find(Draft.Place.reply(thread.group(), thread.id(), ""), visibility.viewer())
                .map(ThreadForms.Reply::of)
                .defaultIfEmpty(ThreadForms.Reply.blank(""));
    }

    /** @param sent what somebody wrote and could not post any more, given back to keep */
    Mono<Rendering> tooLate(
            DiscussionThread thread, PostPage page, Form<ThreadForms.Reply> sent, Visibility visibility) {
        return conversation(thread, page, sent.value().text(), Opened.AT_THE_BEGINNING, visibility)
                .map(shown -> Pages.show("threads/thread", shown, sent));
    }

    private Mono<Conversation> conversation(
            DiscussionThread thread, PostPage page, @Nullable String tooLate, Opened opened, Visibility visibility) {
        return unread.mark(thread, visibility)
                .flatMap(mark -> Mono.zip(
                                head(thread, visibility),
                                firstNew(thread, page, mark, visibility),
                                nodes.of(page, thread, mark, visibility),
                                lockedBy(thread),
                                helped(thread, page, visibility),
                                threads.ownUnseen(thread, visibility))
                        .map(parts -> new Conversation(
                                parts.getT1(),
                                parts.getT2(),
                                tooLate,
                                opened,
                                href(thread, "before", page.earlier()),
                                parts.getT3(),
                                href(thread, "after", page.later()),
                                parts.getT4().orElse(null),
                                parts.getT5(),
                                parts.getT6().stream().map(this::own).toList()))
                        .delayUntil(shown -> unread.shown(page, thread, mark, visibility)));
    }

    /** Above the first page alone. */
    private Mono<List<Helped>> helped(DiscussionThread thread, PostPage page, Visibility visibility) {
        return page.earlier() != null
                ? Mono.just(List.of())
                : reading.helped(thread, visibility)
                        .filter(helped -> !helped.isEmpty())
                        .flatMap(helped -> helped(thread, helped))
                        .defaultIfEmpty(List.of());
    }

    private Mono<List<Helped>> helped(DiscussionThread thread, List<Post> helped) {
        return accounts.names(Stream.concat(helped.stream().map(Post::author), Stream.of(thread.author()))
                        .distinct()
                        .toList())
                .map(names -> helped.stream()
                        .map(post -> new Helped(
                                names.of(thread.author()).firstName(),
                                names.of(post.author()).name(),
                                ThreadController.permalink(thread, post.id()),
                                post.html()))
                        .toList());
    }

    private Unseen own(Post post) {
        Post.Hiding why = post.hiding();
        return new Unseen(
                post.id(),
                post.state().slug(),
                times.say(post.createdAt()),
                post.html(),
                why == null ? "" : why.reason());
    }

    /** Where the first post is that is new to the viewer: on this page, or found when it is asked for. Empty if nothing is new. */
    private Mono<String> firstNew(DiscussionThread thread, PostPage page, ReadMark mark, Visibility visibility) {
        return unread.first(thread, mark, visibility)
                .map(first -> page.posts().stream().anyMatch(post -> post.id().equals(first.id()))
                        ? "#post-" + first.id()
                        : thread.firstNewPath())
                .defaultIfEmpty("");
    }

    /** What every page about a thread says of it. */
    Mono<Head> head(DiscussionThread thread, Visibility visibility) {
        return groups.find(thread.group(), visibility)
                .zipWith(
                        following.of(visibility.viewer()),
                        (group, chosen) -> new Head(
                                thread.id(),
                                thread.title(),
                                thread.path(),
                                group.name(),
                                group.path(),
                                words.readers(group),
                                thread.isLocked(),
                                thread.pinned(),
                                thread.takesReplies() && visibility.mayPost(thread.group()),
                                ThreadPolicy.mayModerate(visibility, thread.group()),
                                chosen.follows(thread.id()),
                                chosen.mutes(thread.id())));
    }

    private Mono<Optional<Locked>> lockedBy(DiscussionThread thread) {
        DiscussionThread.Lock lock = thread.lock();
        if (lock == null) {
            return Mono.just(Optional.empty());
        }
        return accounts.names(List.of(lock.by()))
                .map(names -> Optional.of(new Locked(
                        names.of(lock.by()).firstName(), times.say(lock.at()).said(), lock.reason())));
    }

    private static @Nullable String href(DiscussionThread thread, String which, @Nullable String path) {
        return path == null ? null : thread.path() + "?" + which + "=" + path;
    }

    /**
     * The page.
     *
     * @param firstNew where the first post is that is new to the viewer, or empty
     * @param tooLate words that came after the lock
     * @param earlier where the posts before these are
     * @param later where the posts after these are
     * @param helped answers that helped whoever asked
     * @param own the viewer's that nobody else sees
     */
    record Conversation(
            Head thread,
            String firstNew,
            @Nullable String tooLate,
            Opened opened,
            @Nullable String earlier,
            List<PostNode> posts,
            @Nullable String later,
            @Nullable Locked lock,
            List<Helped> helped,
            List<Unseen> own) {}

    /**
     * An answer of which whoever asked says that it helped.
     *
     * @param whom the first name of whoever asked
     * @param by who answered
     * @param href where it stands in the conversation
     * @param html sanitised
     */
    record Helped(String whom, String by, String href, String html) {}

    /**
     * One of the viewer's own that nobody else sees.
     *
     * @param state waiting, sent-back or refused
     * @param html sanitised
     * @param reason why it was sent back or refused; empty while it waits
     */
    record Unseen(String id, String state, Moment time, String html, String reason) {}

    record Locked(String by, String when, String reason) {}

    /**
     * A thread's name, place and readers.
     *
     * @param followed whether the viewer follows it by itself; muted whether they muted it by itself
     */
    record Head(
            String id,
            String title,
            String path,
            String groupName,
            String groupPath,
            String readers,
            boolean locked,
            boolean pinned,
            boolean canReply,
            boolean canModerate,
            boolean followed,
            boolean muted) {}
}
