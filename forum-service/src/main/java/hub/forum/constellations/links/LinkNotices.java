package hub.forum.constellations.links;

import hub.forum.groups.Group;
import hub.forum.groups.GroupEvents;
import hub.forum.groups.GroupRole;
import hub.forum.groups.Groups;
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
import hub.platform.identity.Viewer;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Whom cultural links tell what, and what follows by itself. Nothing says a name before both have agreed. */
@Configuration(proxyBeanMethods = false)
class LinkNotices {
    private static final String WAITS = "constellations.linkWaits";
    private static final String PROPOSED = "constellations.linkProposed";
    private static final String UNANSWERED = "constellations.linkUnanswered";
    private static final String INTRODUCED = "constellations.linkIntroduced";
    private static final String OVER = "constellations.linkOver";

    private final Rights rights;
    private final LinkStore store;
    private final Accounts accounts;
    private final Notifications notifications;

    LinkNotices(Rights rights, LinkStore store, Accounts accounts, Notifications notifications) {
        this.rights = rights;
        this.store = store;
        this.accounts = accounts;
        this.notifications = notifications;
    }

    @Bean
    NotificationKind linkWaitsNotice() {
        return NotificationKind.of(
                WAITS,
                MailChoice.AT_ONCE,
                (told, viewer) -> rights.of(viewer)
                        .flatMap(visibility -> store.find(told.bundle(), visibility)
                                .filter(link -> LinkPolicy.mayPropose(visibility, link)
                                        && link.state() == LinkRequest.State.WAITING))
                        .map(link -> Shown.of(link.path(viewer.account()), WAITS + ".notice.say")));
    }

    @Bean
    NotificationKind linkProposedNotice() {
        return whileItWaits(PROPOSED);
    }

    @Bean
    NotificationKind linkUnansweredNotice() {
        return whileItWaits(UNANSWERED);
    }

    private NotificationKind whileItWaits(String kind) {
        return NotificationKind.of(
                kind,
                MailChoice.AT_ONCE,
                showing(
                        (link, viewer) -> link.waitsFor(viewer.account()),
                        seen -> Mono.just(
                                Shown.of(seen.path(), kind + (seen.asks() ? ".notice.asker" : ".notice.other")))));
    }

    @Bean
    NotificationKind linkIntroducedNotice() {
        return NotificationKind.of(
                INTRODUCED,
                MailChoice.AT_ONCE,
                showing(
                        (link, viewer) -> link.state() == LinkRequest.State.INTRODUCED && link.isOf(viewer.account()),
                        seen -> accounts.names(List.of(seen.other()))
                                .map(names -> Shown.of(
                                        seen.path(),
                                        INTRODUCED + ".notice.say",
                                        names.of(seen.other()).name()))));
    }

    /** Says no more than that it is over: there is nothing left to be read. */
    @Bean
    NotificationKind linkOverNotice() {
        return NotificationKind.of(
                OVER,
                MailChoice.AT_ONCE,
                (told, viewer) -> Mono.just(viewer)
                        .filter(Viewer::approved)
                        .map(person -> Shown.of("/constellations", OVER + ".notice.say")));
    }

    /** @param other the person at the other side; empty while nobody is */
    private record Seen(String path, boolean asks, String other) {}

    /** With the rights of this moment. */
    private NotificationKind.Showing showing(BiPredicate<LinkRequest, Viewer> holds, Function<Seen, Mono<Shown>> say) {
        return (told, viewer) -> rights.of(viewer)
                .flatMap(visibility -> store.find(told.bundle(), visibility))
                .filter(link -> holds.test(link, viewer))
                .map(link -> new Seen(
                        link.path(viewer.account()),
                        link.asks(viewer.account()),
                        link.asks(viewer.account()) ? Objects.requireNonNullElse(link.other(), "") : link.account()))
                .flatMap(say);
    }

    @Bean
    EventConsumer tellOfLinks(Memberships memberships) {
        return EventConsumer.named("link-notices")
                .on(
                        LinkEvents.Waits.class,
                        waits -> notifications
                                .withdraw(waits.link())
                                .then(memberships
                                        .toTell(waits.group(), Set.of(GroupRole.LIAISON_WORKER))
                                        .collectList()
                                        .flatMap(liaison -> tell(liaison, WAITS, waits.link(), "" + waits.version()))))
                .on(
                        LinkEvents.Proposed.class,
                        proposed -> tell(
                                List.of(proposed.asker(), proposed.other()),
                                proposed.again() ? UNANSWERED : PROPOSED,
                                proposed.link(),
                                proposed.key()))
                .on(
                        LinkEvents.Introduced.class,
                        both -> tell(List.of(both.asker(), both.other()), INTRODUCED, both.link(), "introduced"))
                .on(
                        LinkEvents.Over.class,
                        over -> notifications
                                .withdraw(over.link())
                                .then(
                                        over.told() == null
                                                ? Mono.<Void>empty()
                                                : tell(List.of(over.told()), OVER, over.link(), "over")));
    }

    private Mono<Void> tell(List<String> who, String kind, String link, String which) {
        return notifications.tell(who, new Notification.Told(kind, link + ":" + which, link, null));
    }

    /** Whoever leaves the conversation has ended the link; whoever leaves the constellation takes along what they seek and offer, or it goes. */
    @Bean
    EventConsumer linksFollowMembers(Introductions introductions, Groups groups) {
        return EventConsumer.named("link-leaving")
                .on(
                        GroupEvents.MembershipEnded.class,
                        left -> introductions
                                .leftConversation(left.group(), left.account())
                                .then(introductions.leftConstellation(
                                        left.group(), left.account(), next(left.account(), groups))));
    }

    /** The constellation that somebody's household is in now; empty for none. */
    private Mono<String> next(String account, Groups groups) {
        return accounts.viewer(account)
                .flatMap(rights::of)
                .flatMapMany(visibility -> groups.all(visibility)
                        .filter(group ->
                                group.kind() == Group.Kind.CONSTELLATION && LinkPolicy.isCarerThere(visibility, group)))
                .next()
                .map(Group::id);
    }

    @Bean
    DueHandler remindOfLink(Introductions introductions) {
        return DueHandler.of(Introductions.REMIND, introductions::remind);
    }

    @Bean
    DueHandler fallBackFromLink(Introductions introductions) {
        return DueHandler.of(Introductions.FALL_BACK, introductions::fallBack);
    }
}
