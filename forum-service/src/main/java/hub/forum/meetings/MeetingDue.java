package hub.forum.meetings;

import hub.forum.notifications.Notification;
import hub.forum.notifications.Notifications;
import hub.platform.due.DueHandler;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Does what is due before and after meetings. What is late by more than a meeting makes no sense is left. */
@Configuration(proxyBeanMethods = false)
class MeetingDue {
    private final MeetingStore meetings;
    private final ReplyStore replies;
    private final Invitees invitees;
    private final Notifications notifications;
    private final Clock clock;

    MeetingDue(MeetingStore meetings, ReplyStore replies, Invitees invitees, Notifications notifications, Clock clock) {
        this.meetings = meetings;
        this.replies = replies;
        this.invitees = invitees;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** Does something with the meeting of that id. */
    private static final class Handler implements DueHandler {
        private final String kind;
        private final Function<String, Mono<Void>> what;

        Handler(String kind, Function<String, Mono<Void>> what) {
            this.kind = kind;
            this.what = what;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public Mono<Void> handle(String meeting, Instant due) {
            return what.apply(meeting);
        }
    }

    @Bean
    DueHandler meetingOver(Meetings service) {
        return new Handler(MeetingSchedule.OVER, service::over);
    }

    @Bean
    DueHandler weekBeforeMeeting() {
        return reminder(Reply.Reminder.WEEK);
    }

    @Bean
    DueHandler dayBeforeMeeting() {
        return reminder(Reply.Reminder.DAY);
    }

    private DueHandler reminder(Reply.Reminder reminder) {
        return new Handler(
                MeetingSchedule.remind(reminder),
                id -> ahead(id)
                        .flatMap(meeting -> replies.to(id)
                                .filter(reply ->
                                        reply.going() && reply.reminders().contains(reminder))
                                .collectList()
                                .flatMap(some -> invitees.behind(meeting, some))
                                .flatMap(going -> notifications.tell(
                                        going, told(MeetingNotices.REMINDER, meeting, reminder.name())))));
    }

    /** Whoever has not answered is asked once. */
    @Bean
    DueHandler nudgeBeforeMeeting() {
        return new Handler(
                MeetingSchedule.NUDGE,
                id -> ahead(id)
                        .flatMap(meeting -> replies.to(id)
                                .collectList()
                                .flatMap(some -> invitees.behind(meeting, some))
                                .flatMap(answered ->
                                        invitees.of(meeting).collectList().map(all -> without(all, answered)))
                                .flatMap(silent ->
                                        notifications.tell(silent, told(MeetingNotices.NUDGE, meeting, "")))));
    }

    private static List<String> without(List<String> all, List<String> answered) {
        Set<String> silent = new HashSet<>(all);
        silent.removeAll(answered);
        return silent.stream().sorted().toList();
    }

    private Mono<Meeting> ahead(String id) {
        return meetings.toChange(id).filter(meeting -> meeting.on() && !meeting.started(clock.instant()));
    }

    /** One for each date that the meeting has had: whoever was reminded of another is reminded of this. */
    private static Notification.Told told(String kind, Meeting meeting, String which) {
        String about = meeting.id() + ":" + which + ":" + meeting.details().starts();
        return new Notification.Told(kind, about, meeting.id(), meeting.group());
    }
}
