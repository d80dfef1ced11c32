package hub.forum.threads;

import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.forum.notifications.MailChoice;
import hub.forum.notifications.Notification;
import hub.forum.notifications.NotificationKind;
import hub.forum.notifications.Notifications;
import hub.platform.events.EventConsumer;
import hub.platform.identity.Accounts;
import hub.platform.identity.Viewer;
import hub.platform.mail.Letter;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whom conversations tell what: who is answered, whose post is hidden. */
@Configuration(proxyBeanMethods = false)
class ThreadNotices {
    private static final String REPLY = "threads.reply";
    private static final String HIDDEN = "threads.hidden";

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

    /** A post and its thread, as far as somebody may read them. */
    @Component
    static class Reading {
        private final Rights rights;
        private final ThreadStore threads;
        private final PostStore posts;

        Reading(Rights rights, ThreadStore threads, PostStore posts) {
            this.rights = rights;
            this.threads = threads;
            this.posts = posts;
        }

        record Found(Post post, DiscussionThread thread) {
            String path() {
                return "/threads/" + thread.id() + "/posts/" + post.id();
            }
        }

        Mono<Found> find(String postId, Viewer viewer) {
            return rights.of(viewer)
                    .flatMap(visibility -> posts.find(postId, visibility)
                            .filter(post -> visibility.mayRead(post.group()))
                            .flatMap(post -> thread(post, visibility)));
        }

        private Mono<Found> thread(Post post, Visibility visibility) {
            return threads.find(post.thread(), visibility).map(thread -> new Found(post, thread));
        }
    }

    /** Somebody answered you. */
    @Component
    static class ReplyKind implements NotificationKind {
        private final Reading reading;
        private final Accounts accounts;

        ReplyKind(Reading reading, Accounts accounts) {
            this.reading = reading;
            this.accounts = accounts;
        }

        @Override
        public String kind() {
            return REPLY;
        }

        @Override
        public MailChoice byDefault() {
            return MailChoice.DAILY;
        }

        @Override
        public Mono<Shown> show(Notification notification, Viewer viewer) {
            return reading.find(notification.about(), viewer)
                    .filter(found -> found.post().state() == Post.State.PUBLISHED)
                    .flatMap(found -> accounts.names(List.of(found.post().author()))
                            .map(names -> new Shown(
                                    Letter.Text.of(
                                            "threads.reply.notice.say",
                                            names.of(found.post().author()).name(),
                                            found.thread().title()),
                                    found.path())));
        }
    }

    /** Your post was hidden. */
    @Component
    static class HiddenKind implements NotificationKind {
        private final Reading reading;

        HiddenKind(Reading reading) {
            this.reading = reading;
        }

        @Override
        public String kind() {
            return HIDDEN;
        }

        @Override
        public MailChoice byDefault() {
            return MailChoice.AT_ONCE;
        }

        @Override
        public Mono<Shown> show(Notification notification, Viewer viewer) {
            return reading.find(notification.about(), viewer)
                    .filter(found -> found.post().state() == Post.State.HIDDEN
                            && found.post().author().equals(viewer.account()))
                    .map(found -> new Shown(
                            Letter.Text.of(
                                    "threads.hidden.notice.say", found.thread().title()),
                            found.path()));
        }
    }
}
