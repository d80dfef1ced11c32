package hub.forum.constellations.sleepovers;

import hub.forum.constellations.rota.RotaMembers;
import hub.forum.constellations.rota.RotaWords;
import hub.forum.groups.Rights;
import hub.forum.notifications.MailChoice;
import hub.forum.notifications.Notification;
import hub.forum.notifications.NotificationKind;
import hub.forum.notifications.NotificationKind.Shown;
import hub.forum.notifications.Notifications;
import hub.platform.due.DueHandler;
import hub.platform.events.EventConsumer;
import hub.platform.identity.Viewer;
import hub.platform.site.Site;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Whom sleepovers tell what: that one is asked for, was answered, was cancelled, is tomorrow; that the duty team is to be rung; and afterwards the question how it was. */
@Configuration(proxyBeanMethods = false)
class SleepoverNotices {
    private static final String EMERGENCY = "constellations.emergency";
    private static final String ASKED = "constellations.asked";
    private static final String ANSWERED = "constellations.answered";
    private static final String UNTAKEN = "constellations.untaken";
    private static final String CANCELLED = "constellations.cancelled";
    private static final String TOMORROW = "constellations.tomorrow";
    private static final String AFTER = "constellations.after";

    private final Rights rights;
    private final SleepoverStore store;
    private final RotaWords words;
    private final RotaMembers members;
    private final Notifications notifications;
    private final Site site;
    private final Clock clock;

    SleepoverNotices(
            Rights rights,
            SleepoverStore store,
            RotaWords words,
            RotaMembers members,
            Notifications notifications,
            Site site,
            Clock clock) {
        this.rights = rights;
        this.store = store;
        this.words = words;
        this.members = members;
        this.notifications = notifications;
        this.site = site;
        this.clock = clock;
    }

    private record Seen(Sleepover sleepover, Viewer viewer) {}

    @Bean
    NotificationKind emergencySleepoverNotice() {
        return kind(EMERGENCY, true, seen -> seen.sleepover().waits(), this::asked);
    }

    @Bean
    NotificationKind askedSleepoverNotice() {
        return kind(ASKED, false, seen -> seen.sleepover().waits(), this::asked);
    }

    @Bean
    NotificationKind answeredSleepoverNotice() {
        return kind(
                ANSWERED,
                true,
                seen -> seen.sleepover().answeredBy() != null,
                seen -> say(
                        seen,
                        "constellations.answered.notice.say",
                        words.say("constellations.state."
                                + seen.sleepover().state().slug())));
    }

    @Bean
    NotificationKind untakenSleepoverNotice() {
        return kind(
                UNTAKEN,
                true,
                seen -> seen.sleepover().waits(),
                seen -> say(
                        seen,
                        "constellations.untaken.notice.say",
                        site.help().dutyTeam().number()));
    }

    @Bean
    NotificationKind cancelledSleepoverNotice() {
        return kind(
                CANCELLED,
                true,
                seen -> seen.sleepover().state() == Sleepover.State.CANCELLED,
                seen -> say(seen, "constellations.cancelled.notice.say", ""));
    }

    @Bean
    NotificationKind sleepoverTomorrowNotice() {
        return kind(
                TOMORROW,
                false,
                seen -> seen.sleepover().state() == Sleepover.State.ACCEPTED
                        && seen.sleepover().ask().from().isAfter(clock.instant()),
                seen -> say(seen, "constellations.tomorrow.notice.say", ""));
    }

    @Bean
    NotificationKind afterSleepoverNotice() {
        return kind(
                AFTER,
                false,
                seen -> seen.sleepover().state() == Sleepover.State.ACCEPTED,
                seen -> say(seen, "constellations.after.notice.say", ""));
    }

    private Shown asked(Seen seen) {
        return say(seen, "constellations.asked.notice.say", "");
    }

    private Shown say(Seen seen, String key, String more) {
        Ask ask = seen.sleepover().ask();
        return Shown.of(seen.sleepover().path(), key, words.hours(ask.from(), ask.until()), more);
    }

    private NotificationKind kind(String kind, boolean urgent, Predicate<Seen> holds, Function<Seen, Shown> say) {
        return new NotificationKind(
                kind,
                MailChoice.AT_ONCE,
                urgent,
                (told, viewer) -> rights.of(viewer)
                        .flatMap(visibility -> store.find(told.bundle(), visibility))
                        .map(sleepover -> new Seen(sleepover, viewer))
                        .filter(holds)
                        .map(say));
    }

    @Bean
    EventConsumer tellOfSleepovers() {
        return EventConsumer.named("sleepover-notices")
                .on(
                        SleepoverEvents.Reached.class,
                        reached -> with(
                                reached.sleepover(),
                                sleepover -> tell(
                                        sleepover.ask().emergency() ? EMERGENCY : ASKED,
                                        sleepover,
                                        "",
                                        Reach.newest(sleepover))))
                .on(
                        SleepoverEvents.Untaken.class,
                        untaken -> with(
                                untaken.sleepover(),
                                sleepover -> members.keepers(sleepover.group())
                                        .map(keepers -> plus(keepers, sleepover.askedBy()))
                                        .flatMap(people -> tell(UNTAKEN, sleepover, "", people))))
                .on(
                        SleepoverEvents.Answered.class,
                        answered -> with(
                                answered.sleepover(),
                                sleepover -> tell(
                                        ANSWERED, sleepover, ":" + answered.version(), List.of(sleepover.askedBy()))))
                .on(
                        SleepoverEvents.Cancelled.class,
                        cancelled -> with(
                                cancelled.sleepover(),
                                sleepover -> tell(
                                        CANCELLED,
                                        sleepover,
                                        "",
                                        Stream.concat(
                                                        Stream.of(sleepover.askedBy()),
                                                        Stream.concat(
                                                                Stream.ofNullable(sleepover.answeredBy()),
                                                                sleepover.reached().stream()))
                                                .distinct()
                                                .filter(account -> !account.equals(cancelled.by()))
                                                .toList())));
    }

    @Bean
    DueHandler remindOfSleepover() {
        return new ToBoth(Sleepovers.REMIND, id -> toBoth(TOMORROW, id));
    }

    @Bean
    DueHandler askAfterSleepover() {
        return new ToBoth(Sleepovers.AFTER, id -> toBoth(AFTER, id));
    }

    /** Tells both sides of the sleepover of that id. */
    private static final class ToBoth implements DueHandler {
        private final String kind;
        private final Function<String, Mono<Void>> what;

        ToBoth(String kind, Function<String, Mono<Void>> what) {
            this.kind = kind;
            this.what = what;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public Mono<Void> handle(String subject, Instant due) {
            return what.apply(subject);
        }
    }

    /** Whoever asked, and whoever took it. */
    private Mono<Void> toBoth(String kind, String id) {
        return with(
                id,
                sleepover -> tell(
                        kind,
                        sleepover,
                        "",
                        Stream.of(sleepover.askedBy(), sleepover.answeredBy())
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList()));
    }

    private Mono<Void> with(String id, Function<Sleepover, Mono<Void>> tell) {
        return store.toChange(id).flatMap(tell);
    }

    private Mono<Void> tell(String kind, Sleepover sleepover, String more, Collection<String> accounts) {
        return notifications.tell(
                accounts, new Notification.Told(kind, sleepover.id() + more, sleepover.id(), sleepover.group()));
    }

    private static List<String> plus(List<String> people, String one) {
        List<String> all = new ArrayList<>(people);
        if (!all.contains(one)) {
            all.add(one);
        }
        return all;
    }
}
