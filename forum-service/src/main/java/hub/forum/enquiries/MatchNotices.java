package hub.forum.enquiries;

import hub.forum.ambassadors.AmbassadorEvents;
import hub.forum.notifications.MailChoice;
import hub.forum.notifications.Notification;
import hub.forum.notifications.NotificationKind;
import hub.forum.notifications.NotificationKind.Shown;
import hub.forum.notifications.Notifications;
import hub.platform.due.DueHandler;
import hub.platform.events.EventConsumer;
import hub.platform.identity.Accounts;
import hub.platform.identity.PersonName;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Whom ambassadors and the desk tell what about enquiries, and what follows by itself. */
@Configuration(proxyBeanMethods = false)
class MatchNotices {
    private static final String PROPOSED = "enquiries.proposed";
    private static final String UNANSWERED = "enquiries.unanswered";
    private static final String VISIT = "enquiries.visit-booked";
    private static final String ENDED = "enquiries.talk-ended";
    private static final String MATCHED = "enquiries.matched";
    private static final String UNMATCHED = "enquiries.unmatched";
    private static final String ATTENDS = "enquiries.attends";
    private static final int MOST_OFFICERS = 100;

    private final Enquiries enquiries;
    private final Matches matches;
    private final Accounts accounts;
    private final Notifications notifications;

    MatchNotices(Enquiries enquiries, Matches matches, Accounts accounts, Notifications notifications) {
        this.enquiries = enquiries;
        this.matches = matches;
        this.accounts = accounts;
        this.notifications = notifications;
    }

    @Bean
    NotificationKind enquiryProposed() {
        return forAmbassador(PROPOSED, match -> !match.accepted());
    }

    @Bean
    NotificationKind enquiryUnanswered() {
        return forAmbassador(UNANSWERED, match -> !match.accepted());
    }

    @Bean
    NotificationKind enquiryVisitBooked() {
        return forAmbassador(
                VISIT, match -> match.visit() != null && match.visit().attends() == Enquiry.Attends.ASKED);
    }

    /** Which enquiry it was is not said: it is none of hers any more. */
    @Bean
    NotificationKind enquiryTalkEnded() {
        return NotificationKind.of(
                ENDED,
                MailChoice.AT_ONCE,
                (notification, viewer) -> Mono.just(viewer)
                        .filter(Viewer::carer)
                        .map(ambassador -> Shown.of("/enquiries/matches", ENDED + ".notice.say")));
    }

    /** As long as it waits for her. */
    private NotificationKind forAmbassador(String kind, Predicate<Matches.Match> waits) {
        return NotificationKind.of(
                kind,
                MailChoice.AT_ONCE,
                (notification, viewer) -> matches.find(notification.bundle(), viewer)
                        .filter(waits)
                        .map(match -> Shown.of("/enquiries/matches/" + match.id(), kind + ".notice.say")));
    }

    @Bean
    NotificationKind enquiryMatched() {
        return forDesk(MATCHED, enquiry -> enquiry.talk().accepted());
    }

    /** As long as nobody else is proposed and nobody of the desk has gone on. */
    @Bean
    NotificationKind enquiryUnmatched() {
        return forDesk(
                UNMATCHED, enquiry -> enquiry.state().open() && enquiry.talk().ambassador() == null);
    }

    @Bean
    NotificationKind enquiryAttends() {
        return forDesk(ATTENDS, enquiry -> enquiry.state() == Enquiry.State.VISIT_BOOKED);
    }

    private NotificationKind forDesk(String kind, Predicate<Enquiry> holds) {
        return NotificationKind.of(
                kind,
                MailChoice.AT_ONCE,
                (notification, viewer) -> enquiries
                        .find(notification.bundle(), viewer)
                        .filter(holds)
                        .map(enquiry -> Shown.of("/enquiries/desk/" + enquiry.id(), kind + ".notice.say")));
    }

    @Bean
    EventConsumer tellOfMatches() {
        return EventConsumer.named("enquiry-match-notices")
                .on(
                        EnquiryEvents.Proposed.class,
                        event -> tell(PROPOSED, event.enquiry(), event.version(), List.of(event.ambassador())))
                .on(
                        EnquiryEvents.Unanswered.class,
                        event -> tell(UNANSWERED, event.enquiry(), event.version(), List.of(event.ambassador())))
                .on(
                        EnquiryEvents.VisitBooked.class,
                        event -> tell(VISIT, event.enquiry(), event.version(), List.of(event.ambassador())))
                .on(
                        EnquiryEvents.TalkEnded.class,
                        event -> tell(ENDED, event.enquiry(), event.version(), List.of(event.ambassador())))
                .on(EnquiryEvents.Matched.class, event -> desk(MATCHED, event.enquiry(), event.version()))
                .on(EnquiryEvents.Unmatched.class, event -> desk(UNMATCHED, event.enquiry(), event.version()))
                .on(EnquiryEvents.Attends.class, event -> desk(ATTENDS, event.enquiry(), event.version()))
                .on(AmbassadorEvents.Away.class, event -> matches.endOf(event.ambassador()))
                .on(AmbassadorEvents.Ended.class, event -> matches.endOf(event.ambassador()));
    }

    private Mono<Void> desk(String kind, String enquiry, int version) {
        return accounts.withRole(Role.RECRUITMENT_OFFICER, MOST_OFFICERS)
                .map(PersonName::id)
                .collectList()
                .flatMap(officers -> tell(kind, enquiry, version, officers));
    }

    private Mono<Void> tell(String kind, String enquiry, int version, List<String> people) {
        return notifications.tell(people, new Notification.Told(kind, enquiry + ":" + version, enquiry, null));
    }

    @Bean
    DueHandler remindOfEnquiry() {
        return DueHandler.of(EnquiryChanges.REMIND, matches::remind);
    }

    @Bean
    DueHandler fallBackToDesk() {
        return DueHandler.of(EnquiryChanges.FALL_BACK, matches::fallBack);
    }
}
