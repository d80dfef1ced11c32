package hub.forum.threads;

import hub.forum.following.Following;
import hub.forum.groups.Rights;
import hub.forum.notifications.MailChoice;
import hub.forum.notifications.Notification;
import hub.forum.notifications.NotificationKind;
import hub.forum.notifications.NotificationKind.Shown;
import hub.forum.notifications.Notifications;
import hub.platform.events.EventConsumer;
import hub.platform.identity.Accounts;
import hub.platform.identity.Viewer;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Whom conversations tell what: who is answered, whose post is hidden, who is thanked. */
@Configuration(proxyBeanMethods = false)
class ThreadNotices {
    private static final String REPLY = "threads.reply";
    private static final String HIDDEN = "threads.hidden";
    private static final String MOVED = "threads.moved";
    private static final String REACTION = "threads.reaction";

    private final Rights rights;
    private final ThreadStore threads;
    private final PostStore posts;
    private final Accounts accounts;
    private final Following following;

    ThreadNotices(Rights rights, ThreadStore threads, PostStore posts, Accounts accounts, Following following) {
        this.rights = rights;
        this.threads = threads;
        this.posts = posts;
        this.accounts = accounts;
        this.following = following;
    }

    @Bean
    NotificationKind replyNotice() {
        return NotificationKind.of(
                REPLY,
                MailChoice.DAILY,
                (notification, viewer) -> read(notification.about(), viewer)
                        .filter(found -> found.post().state() == Post.State.PUBLISHED)
                        .flatMap(this::answered));
    }

    private Mono<Shown> answered(Found found) {
        String author = found.post().author();
        return accounts.names(List.of(author))
                .map(names -> Shown.of(
                        found.path(),
                        "threads.reply.notice.say",
                        names.of(author).name(),
                        found.thread().title()));
    }

    @Bean
    NotificationKind hiddenNotice() {
        return NotificationKind.of(
                HIDDEN,
                MailChoice.AT_ONCE,
                (notification, viewer) -> read(notification.about(), viewer)
                        .filter(found -> found.post().state() == Post.State.HIDDEN
                                && found.post().author().equals(viewer.account()))
                        .map(found -> Shown.of(
                                "/moderation/hidden/" + found.post().id(),
                                "threads.hidden.notice.say",
                                found.thread().title())));
    }

    /** What it is about is the conversation in which it stands now. */
    @Bean
    NotificationKind movedNotice() {
        return NotificationKind.of(
                MOVED,
                MailChoice.DAILY,
                (notification, viewer) -> rights.of(viewer)
                        .flatMap(visibility -> threads.find(notification.about(), visibility)
                                .filter(thread -> visibility.mayRead(thread.group())))
                        .map(thread -> Shown.of(thread.path(), "threads.moved.notice.say", thread.title())));
    }

    /** What it is about is the post and whoever reacted. */
    @Bean
    NotificationKind reactionNotice() {
        return NotificationKind.hereOnly(
                REACTION,
                (notification, viewer) -> read(postIn(notification.about()), viewer)
                        .filter(found -> reacts(reactorIn(notification.about()), found.post()))
                        .flatMap(found -> reacted(reactorIn(notification.about()), found)));
    }

    private static String aboutReaction(String post, String by) {
        return post + ":" + by;
    }

    private static String postIn(String about) {
        return about.substring(0, about.indexOf(':'));
    }

    private static String reactorIn(String about) {
        return about.substring(about.indexOf(':') + 1);
    }

    private static boolean reacts(String account, Post post) {
        return post.state() == Post.State.PUBLISHED
                && post.reactions().stream().anyMatch(reaction -> reaction.by().equals(account));
    }

    private Mono<Shown> reacted(String account, Found found) {
        return accounts.names(List.of(account))
                .map(names -> Shown.of(
                        found.path(),
                        "threads.reaction.notice.say",
                        names.of(account).name(),
                        found.thread().title()));
    }

    private Mono<Void> tellOfReaction(ThreadEvents.Reacted reacted, Notifications notifications) {
        String about = aboutReaction(reacted.post(), reacted.by());
        return reacted.stands()
                ? following
                        .of(reacted.author())
                        .filter(chosen -> !chosen.mutes(reacted.thread(), reacted.group()))
                        .flatMap(heard -> notifications.tell(
                                List.of(reacted.author()),
                                new Notification.Told(REACTION, about, reacted.thread(), reacted.group())))
                : notifications.withdraw(about);
    }

    @Bean
    EventConsumer tellOfThreads(Notifications notifications) {
        return EventConsumer.named("thread-notices")
                .on(
                        ThreadEvents.Replied.class,
                        reply -> reply.author().equals(reply.answered())
                                ? Mono.empty()
                                : following
                                        .whoHearsOfAnswers(List.of(reply.answered()), reply.thread(), reply.group())
                                        .flatMap(hear -> notifications.tell(
                                                hear,
                                                new Notification.Told(
                                                        REPLY, reply.post(), reply.thread(), reply.group()))))
                .on(ThreadEvents.Reacted.class, reacted -> tellOfReaction(reacted, notifications))
                .on(
                        ThreadEvents.Moved.class,
                        moved -> moved.authors().isEmpty()
                                ? Mono.empty()
                                : notifications.tell(
                                        moved.authors(),
                                        new Notification.Told(MOVED, moved.thread(), moved.thread(), moved.group())))
                .on(ThreadEvents.Deleted.class, deleted -> notifications.withdraw(deleted.post()))
                .on(
                        ThreadEvents.Hidden.class,
                        hidden -> notifications
                                .withdraw(hidden.post())
                                .then(notifications.tell(
                                        List.of(hidden.author()),
                                        new Notification.Told(HIDDEN, hidden.post(), hidden.post(), hidden.group()))));
    }

    private record Found(Post post, DiscussionThread thread) {
        String path() {
            return "/threads/" + thread.id() + "/posts/" + post.id();
        }
    }

    /** The post that somebody was told of and its thread, as far as they may read them now. */
    private Mono<Found> read(String id, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> posts.find(id, visibility)
                        .filter(post -> visibility.mayRead(post.group()))
                        .flatMap(post ->
                                threads.find(post.thread(), visibility).map(thread -> new Found(post, thread))));
    }
}
