package hub.forum.guidance;

import hub.forum.notifications.MailChoice;
import hub.forum.notifications.Notification;
import hub.forum.notifications.NotificationKind;
import hub.forum.notifications.NotificationKind.Shown;
import hub.forum.notifications.Notifications;
import hub.platform.due.DueHandler;
import hub.platform.events.EventConsumer;
import hub.platform.time.Times;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Whom guidance tells what: advisers, that somebody asks; the second person, that one waits too long; whoever asked, when they talk. */
@Configuration(proxyBeanMethods = false)
class GuidanceNotices {
    private static final String ASKED = "guidance.asked";
    private static final String RAISED = "guidance.raised";
    private static final String BOOKED = "guidance.booked";
    private static final String PATH = "/guidance/";

    private final Guidance guidance;
    private final Notifications notifications;
    private final Times times;

    GuidanceNotices(Guidance guidance, Notifications notifications, Times times) {
        this.guidance = guidance;
        this.notifications = notifications;
        this.times = times;
    }

    @Bean
    NotificationKind guidanceAsked() {
        return waiting(ASKED, "guidance.asked.notice.say");
    }

    @Bean
    NotificationKind guidanceRaised() {
        return waiting(RAISED, "guidance.raised.notice.say");
    }

    /** As long as it waits, and for advisers alone. */
    private NotificationKind waiting(String kind, String key) {
        return NotificationKind.of(
                kind,
                MailChoice.AT_ONCE,
                (notification, viewer) -> guidance.find(notification.about(), viewer)
                        .filter(request -> request.state() == GuidanceRequest.State.ASKED
                                && !request.account().equals(viewer.account()))
                        .map(request -> Shown.of(PATH + request.id(), key)));
    }

    @Bean
    NotificationKind guidanceBooked() {
        return NotificationKind.of(
                BOOKED,
                MailChoice.AT_ONCE,
                (notification, viewer) -> guidance.find(notification.bundle(), viewer)
                        .filter(request -> request.account().equals(viewer.account())
                                && request.state() == GuidanceRequest.State.BOOKED)
                        .flatMap(request -> Mono.justOrEmpty(request.talk())
                                .map(talk -> Shown.of(
                                        PATH + request.id(),
                                        "guidance.booked.notice.say",
                                        times.appointment(talk.at())))));
    }

    @Bean
    EventConsumer tellOfGuidance() {
        return EventConsumer.named("guidance-notices")
                .on(GuidanceEvents.Asked.class, asked -> tellAdvisers(ASKED, asked.request(), adviser -> true))
                .on(GuidanceEvents.Raised.class, raised -> tellAdvisers(RAISED, raised.request(), Adviser::second))
                .on(
                        GuidanceEvents.Booked.class,
                        booked -> notifications
                                .withdraw(booked.request())
                                .then(notifications.tell(
                                        List.of(booked.account()),
                                        new Notification.Told(
                                                BOOKED,
                                                booked.request() + ":" + booked.version(),
                                                booked.request(),
                                                null))))
                .on(GuidanceEvents.Over.class, over -> notifications.withdraw(over.request()));
    }

    /** All of them, if none is such: nobody waits unheard. */
    private Mono<Void> tellAdvisers(String kind, String request, Predicate<Adviser> which) {
        return guidance.advisers()
                .map(all -> all.stream().anyMatch(which)
                        ? all.stream().filter(which).map(Adviser::id).toList()
                        : all.stream().map(Adviser::id).toList())
                .flatMap(accounts -> notifications.tell(accounts, new Notification.Told(kind, request, request, null)));
    }

    @Bean
    DueHandler raiseGuidance() {
        return new DueHandler() {
            @Override
            public String kind() {
                return Guidance.RAISE;
            }

            @Override
            public Mono<Void> handle(String subject, Instant due) {
                return guidance.raise(subject);
            }
        };
    }
}
