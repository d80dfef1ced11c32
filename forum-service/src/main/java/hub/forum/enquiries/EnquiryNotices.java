package hub.forum.enquiries;

import hub.forum.notifications.MailChoice;
import hub.forum.notifications.Notification;
import hub.forum.notifications.NotificationKind;
import hub.forum.notifications.NotificationKind.Shown;
import hub.forum.notifications.Notifications;
import hub.platform.due.DueHandler;
import hub.platform.events.EventConsumer;
import hub.platform.identity.Accounts;
import hub.platform.identity.EmailAddress;
import hub.platform.identity.PersonName;
import hub.platform.identity.Role;
import hub.platform.mail.GuestMailKind;
import hub.platform.mail.Letter;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Whom enquiries tell what: the officers, that one came and that one waits too long; whoever sent it, where to follow it. */
@Configuration(proxyBeanMethods = false)
class EnquiryNotices {
    private static final String RECEIVED = "enquiries.received";
    private static final String RAISED = "enquiries.raised";
    private static final int MOST_OFFICERS = 100;

    private final Enquiries enquiries;
    private final Accounts accounts;
    private final Notifications notifications;

    EnquiryNotices(Enquiries enquiries, Accounts accounts, Notifications notifications) {
        this.enquiries = enquiries;
        this.accounts = accounts;
        this.notifications = notifications;
    }

    @Bean
    NotificationKind enquiryReceived() {
        return waiting(RECEIVED);
    }

    @Bean
    NotificationKind enquiryRaised() {
        return waiting(RAISED);
    }

    /** As long as nobody has answered. */
    private NotificationKind waiting(String kind) {
        return NotificationKind.of(
                kind,
                MailChoice.AT_ONCE,
                (notification, viewer) -> enquiries
                        .find(notification.bundle(), viewer)
                        .filter(enquiry -> enquiry.state() == Enquiry.State.RECEIVED)
                        .map(enquiry -> Shown.of("/enquiries/desk/" + enquiry.id(), kind + ".notice.say")));
    }

    @Bean
    EventConsumer tellOfEnquiries() {
        return EventConsumer.named("enquiry-notices")
                .on(EnquiryEvents.Received.class, event -> tell(RECEIVED, event.enquiry()))
                .on(EnquiryEvents.Raised.class, event -> tell(RAISED, event.enquiry()))
                .on(EnquiryEvents.Answered.class, event -> notifications.withdraw(event.enquiry()));
    }

    private Mono<Void> tell(String kind, String enquiry) {
        return accounts.withRole(Role.RECRUITMENT_OFFICER, MOST_OFFICERS)
                .map(PersonName::id)
                .collectList()
                .flatMap(officers -> notifications.tell(officers, new Notification.Told(kind, enquiry, enquiry, null)));
    }

    /** The link to follow it. What was asked does not stand in it. */
    @Bean
    GuestMailKind enquiryLetter() {
        return new GuestMailKind() {
            @Override
            public String kind() {
                return Enquiries.RECEIVED;
            }

            @Override
            public Mono<Addressed> write(String about) {
                return enquiries
                        .path(about)
                        .flatMap(path -> enquiries
                                .own(path.substring(path.lastIndexOf('/') + 1))
                                .map(enquiry -> letter(enquiry, path)));
            }
        };
    }

    private static GuestMailKind.Addressed letter(Enquiry enquiry, String path) {
        Enquiry.Person person = Objects.requireNonNull(enquiry.person());
        return new GuestMailKind.Addressed(
                person.name(),
                new EmailAddress(person.email()),
                new Letter(
                        Letter.Text.of("enquiries.letter.subject"),
                        Letter.Text.of("enquiries.letter.lead"),
                        List.of(Letter.Text.of(
                                "enquiries.letter.reference", Objects.requireNonNull(enquiry.reference()))),
                        Letter.Text.of("enquiries.letter.button"),
                        path));
    }

    @Bean
    DueHandler raiseEnquiry() {
        return DueHandler.of(EnquiryChanges.RAISE, enquiries::raise);
    }

    @Bean
    DueHandler eraseEnquiry() {
        return DueHandler.of(EnquiryChanges.ERASE, enquiries::erase);
    }
}
