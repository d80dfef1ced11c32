package hub.forum.threads;

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

/** Whom conversations tell what: who is answered, whose post is hidden. */
@Configuration(proxyBeanMethods = false)
class ThreadNotices {
    private static final String REPLY = "threads.reply";
    private static final String HIDDEN = "threads.hidden";

    private final Rights rights;
    private final ThreadStore threads;
    private final PostStore posts;
    private final Accounts accounts;

    ThreadNotices(Rights rights, ThreadStore threads, PostStore posts, Accounts accounts) {
        this.rights = rights;
        this.threads = threads;
        this.posts = posts;
        this.accounts = accounts;
    }

    @Bean
    NotificationKind replyNotice() {
        return NotificationKind.of(
                REPLY,
                MailChoice.DAILY,
                (notification, viewer) -> read(notification, viewer)
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
                (notification, viewer) -> read(notification, viewer)
                        .filter(found -> found.post().state() == Post.State.HIDDEN
                                && found.post().author().equals(viewer.account()))
                        .map(found -> Shown.of(
                                found.path(),
                                "threads.hidden.notice.say",
                                found.thread().title())));
    }

    @Bean
    EventConsumer tellOfThreads(Notifications notifications) {
        return EventConsumer.named("thread-notices")
                .on(
                        ThreadEvents.Replied.class,
                        reply -> reply.author().equals(reply.answered())
                                ? Mono.empty()
                                : notifications.tell(
                                        List.of(reply.answered()),
                                        new Notification.Told(REPLY, reply.post(), reply.thread(), reply.group())))
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
    private Mono<Found> read(Notification notification, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> posts.find(notification.about(), visibility)
                        .filter(post -> visibility.mayRead(post.group()))
                        .flatMap(post ->
                                threads.find(post.thread(), visibility).map(thread -> new Found(post, thread))));
    }
}
