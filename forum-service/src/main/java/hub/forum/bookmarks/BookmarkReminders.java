package hub.forum.bookmarks;

import hub.forum.groups.Rights;
import hub.forum.notifications.MailChoice;
import hub.forum.notifications.Notification;
import hub.forum.notifications.NotificationKind;
import hub.forum.notifications.NotificationKind.Shown;
import hub.forum.notifications.Notifications;
import hub.platform.due.DueHandler;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Reminds people of what they keep, at the time that they chose, if they may still read it. */
@Configuration(proxyBeanMethods = false)
class BookmarkReminders {
    static final String DUE = "bookmarks.remind";
    private static final String REMINDER = "bookmarks.reminder";

    /** Between the bookmark and the moment, so that the next reminder of the same bookmark is another. */
    private static final char AT = '@';

    @Bean
    DueHandler remindOfBookmarks(BookmarkStore store, Notifications notifications) {
        return new DueHandler() {
            @Override
            public String kind() {
                return DUE;
            }

            @Override
            public Mono<Void> handle(String id, Instant moment) {
                return store.find(id)
                        .flatMap(bookmark -> notifications.tell(
                                List.of(bookmark.account()),
                                new Notification.Told(REMINDER, id + AT + moment, id, bookmark.group())));
            }
        };
    }

    @Bean
    NotificationKind bookmarkReminder(BookmarkStore store, Bookmarks bookmarks, Rights rights) {
        return NotificationKind.of(
                REMINDER,
                MailChoice.AT_ONCE,
                (notification, viewer) -> rights.of(viewer)
                        .flatMap(visibility -> store.find(notification.bundle())
                                .filter(bookmark -> bookmark.account().equals(viewer.account())
                                        && visibility.mayRead(bookmark.group()))
                                .flatMap(bookmark -> bookmarks.what(bookmark.thread(), bookmark.post(), visibility)))
                        .map(kept -> Shown.of(
                                kept.path(),
                                "bookmarks.reminder.notice.say",
                                kept.thread().title())));
    }
}
