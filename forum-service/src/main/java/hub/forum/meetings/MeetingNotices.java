package hub.forum.meetings;

import hub.forum.groups.GroupEvents;
import hub.forum.groups.Memberships;
import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.forum.notifications.MailChoice;
import hub.forum.notifications.Notification;
import hub.forum.notifications.NotificationKind;
import hub.forum.notifications.NotificationKind.Shown;
import hub.forum.notifications.Notifications;
import hub.platform.events.EventConsumer;
import hub.platform.identity.Viewer;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Whom meetings tell what: who answered, that something changed; who waited, that there is a place; who comes, that it is soon. */
@Configuration(proxyBeanMethods = false)
class MeetingNotices {
    static final String REMINDER = "meetings.reminder";
    static final String NUDGE = "meetings.nudge";
    private static final String CHANGED = "meetings.changed";
    private static final String CANCELLED = "meetings.cancelled";
    private static final String PLACE = "meetings.place";
    private static final String INVITED = "meetings.invited";
    private static final String UNINVITED = "meetings.uninvited";
    private static final String FOR_YOU = "meetings.forYou";

    private final Rights rights;
    private final Meetings meetings;
    private final MeetingStore store;
    private final ReplyStore replies;
    private final Invitees invitees;
    private final Notifications notifications;
    private final MeetingWords words;
    private final Clock clock;

    MeetingNotices(
            Rights rights,
            Meetings meetings,
            MeetingStore store,
            ReplyStore replies,
            Invitees invitees,
            Notifications notifications,
            MeetingWords words,
            Clock clock) {
        this.rights = rights;
        this.meetings = meetings;
        this.store = store;
        this.replies = replies;
        this.invitees = invitees;
        this.notifications = notifications;
        this.words = words;
        this.clock = clock;
    }

    /** A meeting that somebody was told of, with what they answered. */
    private record Found(Meeting meeting, Visibility visibility, Reply.Answer answer, boolean answered) {}

    @Bean
    NotificationKind changedMeetingNotice() {
        return urgent(
                CHANGED,
                (found, told) -> found.meeting().on() && found.answered(),
                found -> words.changes(found.meeting())
                        .map(change -> say(found, "meetings.changed.notice.say", change)));
    }

    @Bean
    NotificationKind cancelledMeetingNotice() {
        return urgent(
                CANCELLED,
                (found, told) -> found.meeting().cancelled(),
                found -> Mono.just(say(found, "meetings.cancelled.notice.say", words.day(found.meeting()))));
    }

    @Bean
    NotificationKind placeAtMeetingNotice() {
        return urgent(
                PLACE,
                (found, told) -> ahead(found) && found.answer() == Reply.Answer.GOING,
                found -> Mono.just(say(found, "meetings.place.notice.say", words.day(found.meeting()))));
    }

    @Bean
    NotificationKind answeredForYouNotice() {
        return NotificationKind.of(
                FOR_YOU,
                MailChoice.AT_ONCE,
                showing(
                        (found, told) -> ahead(found) && found.answered(),
                        found -> Mono.just(say(found, "meetings.forYou.notice.say", words.day(found.meeting())))));
    }

    /** Told once to each, as soon as they are asked to an activity. */
    @Bean
    NotificationKind invitedToActivityNotice() {
        return NotificationKind.of(
                INVITED,
                MailChoice.AT_ONCE,
                showing(
                        (found, told) -> ahead(found) && !found.answered(),
                        found -> Mono.just(say(found, "meetings.invited.notice.say", words.day(found.meeting())))));
    }

    /** Says neither what nor when: it is for others to know now. */
    @Bean
    NotificationKind uninvitedFromActivityNotice() {
        return urgent(
                UNINVITED,
                (told, viewer) -> rights.of(viewer)
                        .filter(visibility -> visibility.mayRead(String.valueOf(told.group())))
                        .filterWhen(visibility -> meetings.findQuietly(told.bundle(), visibility)
                                .hasElement()
                                .map(seen -> !seen))
                        .flatMap(visibility -> store.toChange(told.bundle()))
                        .filter(meeting -> meeting.on() && !meeting.started(clock.instant()))
                        .map(meeting -> Shown.of("/meetings/in/" + meeting.group(), UNINVITED + ".notice.say")));
    }

    @Bean
    NotificationKind meetingReminder() {
        return NotificationKind.of(
                REMINDER,
                MailChoice.AT_ONCE,
                showing(
                        (found, told) -> ahead(found)
                                && found.answer() == Reply.Answer.GOING
                                && told.about()
                                        .endsWith(found.meeting()
                                                .details()
                                                .starts()
                                                .toString()),
                        found -> Mono.just(say(found, "meetings.reminder.notice.say", words.day(found.meeting())))));
    }

    @Bean
    NotificationKind meetingNudge() {
        return NotificationKind.of(
                NUDGE,
                MailChoice.DAILY,
                showing(
                        (found, told) -> ahead(found) && !found.answered(),
                        found -> Mono.just(say(found, "meetings.nudge.notice.say", words.day(found.meeting())))));
    }

    @Bean
    EventConsumer tellOfMeetings(Replies service, Memberships memberships) {
        return EventConsumer.named("meeting-notices")
                .on(
                        MeetingEvents.Changed.class,
                        changed -> tellWhoAnswered(
                                CHANGED,
                                changed.meeting(),
                                changed.group(),
                                changed.meeting() + ":" + changed.sequence()))
                .on(
                        MeetingEvents.Invited.class,
                        invited -> store.toChange(invited.meeting())
                                .flatMap(meeting -> invitees.of(meeting)
                                        .filter(account -> !account.equals(meeting.arrangedBy()))
                                        .collectList())
                                .flatMap(accounts -> notifications.tell(
                                        accounts,
                                        told(INVITED, invited.meeting(), invited.group(), invited.meeting()))))
                .on(
                        MeetingEvents.Uninvited.class,
                        off -> memberships
                                .toTellIn(off.group(), Set.copyOf(off.households()))
                                .collectList()
                                .flatMap(accounts -> notifications.tell(
                                        accounts,
                                        told(
                                                UNINVITED,
                                                off.meeting(),
                                                off.group(),
                                                off.meeting() + ":" + off.version()))))
                .on(
                        MeetingEvents.Cancelled.class,
                        cancelled ->
                                tellWhoAnswered(CANCELLED, cancelled.meeting(), cancelled.group(), cancelled.meeting()))
                .on(
                        MeetingEvents.Promoted.class,
                        promoted -> replies.find(promoted.reply())
                                .mapNotNull(Reply::account)
                                .flatMap(account -> notifications.tell(
                                        List.of(account),
                                        told(
                                                PLACE,
                                                promoted.meeting(),
                                                promoted.group(),
                                                promoted.reply() + ":" + promoted.ticket()))))
                .on(
                        MeetingEvents.AnsweredFor.class,
                        answered -> notifications.tell(
                                List.of(answered.account()),
                                told(
                                        FOR_YOU,
                                        answered.meeting(),
                                        answered.group(),
                                        answered.meeting() + ":" + answered.ticket())))
                .on(GroupEvents.MembershipEnded.class, ended -> service.left(ended.group(), ended.account()));
    }

    /** Whoever said they cannot come need not hear that it is off, but may be free on another day. */
    private Mono<Void> tellWhoAnswered(String kind, String meeting, String group, String about) {
        return Mono.zip(store.toChange(meeting), replies.to(meeting).collectList())
                .flatMap(both -> invitees.behind(both.getT1(), both.getT2()))
                .flatMap(accounts -> notifications.tell(accounts, told(kind, meeting, group, about)));
    }

    private static Notification.Told told(String kind, String meeting, String group, String about) {
        return new Notification.Told(kind, about, meeting, group);
    }

    private boolean ahead(Found found) {
        return found.meeting().on() && !found.meeting().started(clock.instant());
    }

    private static Shown say(Found found, String key, String what) {
        return Shown.of(found.meeting().path(), key, found.meeting().details().title(), what);
    }

    /** A change of plan passes the quiet hours: somebody may be on their way in the morning. */
    private NotificationKind urgent(
            String kind, BiPredicate<Found, Notification> holds, Function<Found, Mono<Shown>> say) {
        return urgent(kind, showing(holds, say));
    }

    private static NotificationKind urgent(String kind, NotificationKind.Showing showing) {
        return new NotificationKind(kind, MailChoice.AT_ONCE, true, showing);
    }

    private NotificationKind.Showing showing(BiPredicate<Found, Notification> holds, Function<Found, Mono<Shown>> say) {
        return (notification, viewer) -> read(notification, viewer)
                .filter(found -> holds.test(found, notification))
                .flatMap(say);
    }

    /** With the rights of this moment. */
    private Mono<Found> read(Notification notification, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> meetings.findQuietly(notification.bundle(), visibility)
                        .flatMap(seen -> replies.find(Reply.id(
                                        notification.bundle(), MeetingPolicy.answersAs(visibility, seen.meeting())))
                                .map(reply -> new Found(seen.meeting(), visibility, reply.answer(), true))
                                .defaultIfEmpty(new Found(seen.meeting(), visibility, Reply.Answer.NOT_GOING, false))));
    }
}
