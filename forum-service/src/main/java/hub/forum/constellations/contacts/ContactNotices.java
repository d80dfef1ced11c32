package hub.forum.constellations.contacts;

import hub.forum.constellations.rota.RotaMembers;
import hub.forum.groups.GroupRole;
import hub.forum.groups.Memberships;
import hub.forum.groups.Rights;
import hub.forum.notifications.MailChoice;
import hub.forum.notifications.Notification;
import hub.forum.notifications.NotificationKind;
import hub.forum.notifications.NotificationKind.Shown;
import hub.forum.notifications.Notifications;
import hub.platform.due.DueHandler;
import hub.platform.events.EventConsumer;
import hub.platform.identity.Accounts;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Whom support contacts tell what: the liaison worker of a home that is felt at risk; whoever wrote one down, and those who keep the constellation, on the day by which something more is wanted. */
@Configuration(proxyBeanMethods = false)
class ContactNotices {
    private static final String AT_RISK = "constellations.atRisk";
    private static final String FOLLOW_UP = "constellations.followUp";

    private final Rights rights;
    private final ContactStore store;
    private final Accounts accounts;
    private final Notifications notifications;

    ContactNotices(Rights rights, ContactStore store, Accounts accounts, Notifications notifications) {
        this.rights = rights;
        this.store = store;
        this.accounts = accounts;
        this.notifications = notifications;
    }

    @Bean
    NotificationKind homeAtRiskNotice() {
        return new NotificationKind(
                AT_RISK, MailChoice.AT_ONCE, true, about("constellations.atRisk.notice.say", false));
    }

    @Bean
    NotificationKind followUpNotice() {
        return NotificationKind.of(FOLLOW_UP, MailChoice.AT_ONCE, about("constellations.followUp.notice.say", true));
    }

    /** With the rights of this moment. */
    private NotificationKind.Showing about(String sentence, boolean whileOpen) {
        return (told, viewer) -> rights.of(viewer)
                .flatMap(visibility -> store.find(told.about(), visibility))
                .filter(contact -> contact.open() || !whileOpen)
                .flatMap(contact -> accounts.names(List.of(contact.carer()))
                        .map(names -> Shown.of(
                                contact.path(),
                                sentence,
                                names.of(contact.carer()).name())));
    }

    @Bean
    EventConsumer tellOfHomesAtRisk(Memberships memberships) {
        return EventConsumer.named("contact-notices")
                .on(
                        ContactEvents.HomeAtRisk.class,
                        risk -> memberships
                                .toTell(risk.group(), Set.of(GroupRole.LIAISON_WORKER))
                                .filter(account -> !account.equals(risk.by()))
                                .collectList()
                                .flatMap(liaison -> tell(liaison, AT_RISK, risk.contact(), risk.group())));
    }

    @Bean
    DueHandler followUpDue(RotaMembers members) {
        return new DueHandler() {
            @Override
            public String kind() {
                return Contacts.FOLLOW_UP;
            }

            @Override
            public Mono<Void> handle(String id, Instant moment) {
                return store.toChange(id)
                        .filter(SupportContact::open)
                        .flatMap(contact -> members.keepers(contact.group())
                                .map(keepers -> Stream.concat(keepers.stream(), Stream.of(contact.by()))
                                        .distinct()
                                        .toList())
                                .flatMap(all -> tell(all, FOLLOW_UP, id, contact.group())));
            }
        };
    }

    private Mono<Void> tell(List<String> who, String kind, String contact, String group) {
        return notifications.tell(who, new Notification.Told(kind, contact, contact, group));
    }
}
