package hub.forum.constellations.moves;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.groups.GroupRole;
import hub.forum.groups.Groups;
import hub.forum.groups.Memberships;
import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.forum.notifications.MailChoice;
import hub.forum.notifications.Notification;
import hub.forum.notifications.NotificationKind;
import hub.forum.notifications.NotificationKind.Shown;
import hub.forum.notifications.Notifications;
import hub.platform.due.DueHandler;
import hub.platform.events.EventConsumer;
import hub.platform.identity.Accounts;
import hub.platform.identity.PersonName;
import hub.platform.time.Times;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whom moves tell what, in one line. The name of the other constellation is told to nobody who may not know of it. */
@Configuration(proxyBeanMethods = false)
class MoveNotices {
    private static final String PLANNED = "constellations.movePlanned";
    private static final String MOVED = "constellations.moved";

    private final Rights rights;
    private final MoveStore store;
    private final Groups groups;
    private final Accounts accounts;
    private final Notifications notifications;

    MoveNotices(Rights rights, MoveStore store, Groups groups, Accounts accounts, Notifications notifications) {
        this.rights = rights;
        this.store = store;
        this.groups = groups;
        this.accounts = accounts;
        this.notifications = notifications;
    }

    @Bean
    NotificationKind movePlannedNotice() {
        return NotificationKind.of(
                PLANNED,
                MailChoice.AT_ONCE,
                (told, viewer) -> Mono.zip(rights.of(viewer), store.toChange(told.bundle()))
                        .filter(both -> both.getT2().planned() && oversees(both.getT1(), both.getT2()))
                        .flatMap(both -> names(both.getT2().people())
                                .map(names -> Shown.of(
                                        "/constellations/moves",
                                        PLANNED + ".notice.say",
                                        names,
                                        Times.inFull(both.getT2().date())))));
    }

    private static boolean oversees(Visibility visibility, Move move) {
        return ConstellationPolicy.mayOversee(visibility, move.from())
                || ConstellationPolicy.mayOversee(visibility, move.to());
    }

    @Bean
    NotificationKind householdMovedNotice() {
        return NotificationKind.of(
                MOVED,
                MailChoice.DAILY,
                (told, viewer) -> Mono.zip(rights.of(viewer), store.toChange(told.bundle()))
                        .filter(both -> both.getT2().state() == Move.State.DONE)
                        .flatMap(both -> moved(both.getT2(), both.getT1())));
    }

    private Mono<Shown> moved(Move move, Visibility visibility) {
        boolean joined = visibility.isMember(move.to()) && !move.joined().isEmpty();
        if (!joined && !visibility.mayRead(move.from())) {
            return Mono.empty();
        }
        if (!joined) {
            return names(move.people())
                    .map(names -> Shown.of("/constellations/" + move.from(), MOVED + ".notice.left", names));
        }
        boolean own = move.joined().contains(visibility.viewer().id());
        return Mono.zip(
                        names(move.joined()),
                        groups.names(Set.of(move.to()), visibility).map(found -> found.getOrDefault(move.to(), "")))
                .map(both -> own
                        ? Shown.of("/constellations/" + move.to(), MOVED + ".notice.you", both.getT2())
                        : Shown.of("/constellations/" + move.to(), MOVED + ".notice.joined", both.getT1()));
    }

    private Mono<String> names(List<String> people) {
        return accounts.names(people)
                .map(names ->
                        people.stream().map(names::of).map(PersonName::name).collect(Collectors.joining(", ")));
    }

    @Bean
    EventConsumer tellOfMoves(Memberships memberships) {
        return EventConsumer.named("move-notices")
                .on(
                        MoveEvents.Planned.class,
                        planned -> Flux.concat(
                                        memberships.toTell(planned.from(), Set.of(GroupRole.LIAISON_WORKER)),
                                        memberships.toTell(planned.to(), Set.of(GroupRole.LIAISON_WORKER)))
                                .filter(account -> !account.equals(planned.by()))
                                .distinct()
                                .collectList()
                                .flatMap(liaison -> tell(liaison, PLANNED, planned.move())))
                .on(
                        MoveEvents.Moved.class,
                        moved -> Flux.concat(memberships.toTell(moved.from()), memberships.toTell(moved.to()))
                                .distinct()
                                .collectList()
                                .flatMap(all -> tell(all, MOVED, moved.move())));
    }

    private Mono<Void> tell(List<String> who, String kind, String move) {
        return notifications.tell(who, new Notification.Told(kind, move, move, null));
    }

    @Bean
    DueHandler carryOutMove(Moves moves) {
        return new DueHandler() {
            @Override
            public String kind() {
                return Moves.DUE;
            }

            @Override
            public Mono<Void> handle(String move, Instant due) {
                return moves.carryOut(move);
            }
        };
    }
}
