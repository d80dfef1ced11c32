package hub.forum.constellations.rota;

import hub.forum.groups.GroupEvents;
import hub.forum.groups.Rights;
import hub.forum.notifications.MailChoice;
import hub.forum.notifications.Notification;
import hub.forum.notifications.NotificationKind;
import hub.forum.notifications.NotificationKind.Shown;
import hub.forum.notifications.Notifications;
import hub.platform.events.EventConsumer;
import hub.platform.identity.Accounts;
import hub.platform.identity.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whom rotas tell what: a swap that waits or was accepted, being put on call, a shift that is open, hours a week ahead without anybody. */
@Configuration(proxyBeanMethods = false)
class RotaNotices {
    static final String GAP = "constellations.gap";
    private static final String SWAP = "constellations.swap";
    private static final String SWAPPED = "constellations.swapped";
    private static final String ON_CALL = "constellations.onCall";
    private static final String OPEN = "constellations.open";

    private final Rights rights;
    private final RotaStore store;
    private final RotaWords words;
    private final Accounts accounts;
    private final Notifications notifications;
    private final Clock clock;

    RotaNotices(
            Rights rights,
            RotaStore store,
            RotaWords words,
            Accounts accounts,
            Notifications notifications,
            Clock clock) {
        this.rights = rights;
        this.store = store;
        this.words = words;
        this.accounts = accounts;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** Told about a swap: its id is in the rota as long as it waits. */
    @Bean
    NotificationKind swapNotice() {
        return NotificationKind.of(
                SWAP,
                MailChoice.AT_ONCE,
                showing((rota, told) -> Mono.justOrEmpty(rota.swaps().stream()
                                .filter(swap -> told.about().endsWith(swap.id()))
                                .findFirst())
                        .flatMap(swap -> accounts.names(List.of(swap.by()))
                                .map(names -> Shown.of(
                                        "/constellations/" + rota.id() + "/rota",
                                        "constellations.swap.notice.say",
                                        names.of(swap.by()).name())))));
    }

    @Bean
    NotificationKind swappedNotice() {
        return NotificationKind.of(SWAPPED, MailChoice.AT_ONCE, aboutShift("constellations.swapped.notice.say"));
    }

    @Bean
    NotificationKind onCallNotice() {
        return new NotificationKind(ON_CALL, MailChoice.AT_ONCE, true, aboutShift("constellations.onCall.notice.say"));
    }

    @Bean
    NotificationKind openShiftNotice() {
        return NotificationKind.of(
                OPEN,
                MailChoice.AT_ONCE,
                showing((rota, told) -> Mono.just(shown(rota, "constellations.open.notice.say"))));
    }

    @Bean
    NotificationKind gapNotice() {
        return NotificationKind.of(GAP, MailChoice.AT_ONCE, showing((rota, told) -> Mono.justOrEmpty(gap(rota, told))));
    }

    /** As long as nobody has taken it. */
    private Optional<Shown> gap(Rota rota, Notification told) {
        Instant start = Instant.parse(told.about().substring(told.about().indexOf(' ') + 1));
        Instant now = clock.instant();
        boolean over = !start.isAfter(now);
        return over || rota.timeline(start, start.plusSeconds(60)).at(start).shift() != null
                ? Optional.empty()
                : Optional.of(Shown.of(
                        "/constellations/" + rota.id() + "/rota",
                        "constellations.gap.notice.say",
                        words.say("constellations.gap.from", words.moment(start))));
    }

    @Bean
    EventConsumer tellOfRotas(Rotas service) {
        return EventConsumer.named("rota-notices")
                .on(
                        RotaEvents.SwapOffered.class,
                        offered -> tell(SWAP, offered.group(), offered.group() + " " + offered.swap(), offered.to()))
                .on(
                        RotaEvents.SwapAccepted.class,
                        accepted -> tell(
                                SWAPPED, accepted.group(), accepted.group() + " " + accepted.shift(), accepted.by()))
                .on(
                        RotaEvents.PutOnCall.class,
                        put -> tell(ON_CALL, put.group(), put.group() + " " + put.shift(), put.account()))
                .on(RotaEvents.GivenBack.class, this::tellOfOpenShifts)
                .on(GroupEvents.MembershipEnded.class, ended -> service.left(ended.group(), ended.account()));
    }

    /** Everybody else who could take it. */
    private Mono<Void> tellOfOpenShifts(RotaEvents.GivenBack back) {
        return store.toChange(back.group())
                .flatMapMany(rota -> Flux.fromIterable(rota.people()))
                .map(OnCallPerson::account)
                .filter(account -> !account.equals(back.by()))
                .collectList()
                .flatMap(others -> notifications.tell(
                        others,
                        new Notification.Told(OPEN, back.group() + " " + back.version(), back.group(), back.group())));
    }

    private Mono<Void> tell(String kind, String group, String about, String account) {
        return notifications.tell(List.of(account), new Notification.Told(kind, about, group, group));
    }

    /** About the shift whose key stands behind the group's id, as long as it is theirs and is not over. */
    private NotificationKind.Showing aboutShift(String sentence) {
        return (told, viewer) -> read(told, viewer)
                .flatMap(rota -> Mono.justOrEmpty(
                        rota.shift(told.about().substring(told.about().indexOf(' ') + 1))
                                .filter(shift -> shift.isOf(viewer.account())
                                        && shift.ends().isAfter(clock.instant()))
                                .map(shift -> Shown.of(
                                        "/constellations/" + rota.id() + "/rota", sentence, words.hours(shift)))));
    }

    private NotificationKind.Showing showing(BiFunction<Rota, Notification, Mono<Shown>> say) {
        return (told, viewer) -> read(told, viewer).flatMap(rota -> say.apply(rota, told));
    }

    private static Shown shown(Rota rota, String sentence) {
        return Shown.of("/constellations/" + rota.id() + "/rota", sentence);
    }

    /** With the rights of this moment. */
    private Mono<Rota> read(Notification told, Viewer viewer) {
        return rights.of(viewer).flatMap(visibility -> store.find(told.bundle(), visibility));
    }
}
