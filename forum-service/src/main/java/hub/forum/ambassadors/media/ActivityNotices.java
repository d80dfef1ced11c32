package hub.forum.ambassadors.media;

import hub.forum.ambassadors.AmbassadorEvents;
import hub.forum.notifications.MailChoice;
import hub.forum.notifications.Notification;
import hub.forum.notifications.NotificationKind;
import hub.forum.notifications.NotificationKind.Shown;
import hub.forum.notifications.Notifications;
import hub.platform.events.EventConsumer;
import hub.platform.identity.Accounts;
import hub.platform.identity.PersonName;
import hub.platform.identity.Role;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Who has to say something about an activity with the press, and who hears what was said. */
@Configuration(proxyBeanMethods = false)
class ActivityNotices {
    private static final String PROPOSED = "ambassadors.media.proposed";
    private static final String ASKED = "ambassadors.media.asked";
    private static final String ANSWERED = "ambassadors.media.answered";
    private static final int MOST_OFFICERS = 100;

    private final Activities activities;
    private final Accounts accounts;
    private final Notifications notifications;

    ActivityNotices(Activities activities, Accounts accounts, Notifications notifications) {
        this.activities = activities;
        this.accounts = accounts;
        this.notifications = notifications;
    }

    /** For the press office, as long as it waits for their word. */
    @Bean
    NotificationKind mediaProposed() {
        return kind(
                PROPOSED,
                (found, account) -> found.state() == Activity.State.PROPOSED && !account.equals(found.ambassador()));
    }

    /** For the ambassador, as long as it waits for hers. */
    @Bean
    NotificationKind mediaAsked() {
        return kind(
                ASKED,
                (found, account) -> found.state() == Activity.State.APPROVED && account.equals(found.ambassador()));
    }

    /** For the others: what was said last. */
    @Bean
    NotificationKind mediaAnswered() {
        return NotificationKind.of(
                ANSWERED,
                MailChoice.AT_ONCE,
                (notification, viewer) -> activities
                        .find(notification.bundle(), viewer)
                        .filter(found -> notification.about().equals(about(found.id(), found.version())))
                        .map(found -> Shown.of(
                                found.path(),
                                ANSWERED + ".notice." + found.state().slug())));
    }

    private NotificationKind kind(String kind, BiPredicate<Activity, String> waits) {
        return NotificationKind.of(
                kind,
                MailChoice.AT_ONCE,
                (notification, viewer) -> activities
                        .find(notification.bundle(), viewer)
                        .filter(found -> waits.test(found, viewer.id()))
                        .map(found -> Shown.of(found.path(), kind + ".notice.say")));
    }

    @Bean
    EventConsumer tellOfMedia() {
        return EventConsumer.named("media-notices")
                .on(ActivityEvents.Moved.class, this::moved)
                .on(AmbassadorEvents.Ended.class, event -> activities.endOf(event.ambassador()));
    }

    private Mono<Void> moved(ActivityEvents.Moved event) {
        return switch (event.state()) {
            case "proposed" -> officers().flatMap(press -> tell(PROPOSED, event, press));
            case "approved" ->
                tell(ASKED, event, List.of(event.ambassador()))
                        .then(tell(ANSWERED, event, others(event, List.of(event.proposedBy()))));
            default ->
                officers()
                        .flatMap(press -> tell(
                                ANSWERED,
                                event,
                                others(
                                        event,
                                        Stream.concat(press.stream(), Stream.of(event.proposedBy(), event.ambassador()))
                                                .toList())));
        };
    }

    private Mono<List<String>> officers() {
        return accounts.withRole(Role.PRESS_OFFICER, MOST_OFFICERS)
                .map(PersonName::id)
                .collectList();
    }

    /** Whoever did it knows. */
    private static List<String> others(ActivityEvents.Moved event, List<String> people) {
        return Set.copyOf(people).stream()
                .filter(person -> !person.equals(event.by()))
                .toList();
    }

    private Mono<Void> tell(String kind, ActivityEvents.Moved event, List<String> people) {
        return notifications.tell(
                people, new Notification.Told(kind, about(event.activity(), event.version()), event.activity(), null));
    }

    private static String about(String activity, int version) {
        return activity + ":" + version;
    }
}
