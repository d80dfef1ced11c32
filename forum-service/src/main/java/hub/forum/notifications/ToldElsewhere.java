package hub.forum.notifications;

import hub.platform.events.EventConsumer;
import hub.platform.tellings.PeopleTold;
import hub.platform.tellings.TellingKind;
import hub.platform.tellings.TellingWithdrawn;
import hub.platform.tellings.Tellings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the other service tells people is shown here with all else that they are told. */
@Configuration(proxyBeanMethods = false)
class ToldElsewhere {
    private final Tellings tellings;

    ToldElsewhere(Tellings tellings) {
        this.tellings = tellings;
    }

    @Bean
    NotificationKind toldOfPlaces() {
        return kind(TellingKind.PLACES);
    }

    @Bean
    NotificationKind toldOfWhatIsSoon() {
        return kind(TellingKind.REMINDERS);
    }

    @Bean
    NotificationKind toldOfPolicies() {
        return kind(TellingKind.POLICIES);
    }

    @Bean
    NotificationKind toldOfTheLibrary() {
        return kind(TellingKind.LIBRARY);
    }

    private NotificationKind kind(TellingKind kind) {
        return NotificationKind.of(
                kind.kind(),
                MailChoice.AT_ONCE,
                (notification, viewer) -> tellings.find(notification.about(), viewer)
                        .map(telling -> NotificationKind.Shown.of(
                                telling.path(),
                                telling.key(),
                                telling.arguments().toArray())));
    }

    @Bean
    EventConsumer tellOfElsewhere(Notifications notifications) {
        return EventConsumer.named("told-elsewhere")
                .on(
                        PeopleTold.class,
                        told -> notifications.tell(
                                told.accounts(),
                                new Notification.Told(told.kind(), told.telling(), told.bundle(), null)))
                .on(TellingWithdrawn.class, gone -> notifications.withdraw(gone.telling()));
    }
}
