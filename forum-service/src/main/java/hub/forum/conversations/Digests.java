package hub.forum.conversations;

import hub.forum.following.FollowEvents;
import hub.forum.following.Following;
import hub.forum.following.Volume;
import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.forum.notifications.MailChoice;
import hub.forum.notifications.NotificationEvents;
import hub.forum.notifications.NotificationKind;
import hub.forum.notifications.Notifications;
import hub.forum.threads.ConversationLists;
import hub.forum.threads.DiscussionThread;
import hub.platform.due.DueHandler;
import hub.platform.due.DueWork;
import hub.platform.events.EventConsumer;
import hub.platform.identity.Accounts;
import hub.platform.mail.Letter;
import hub.platform.mail.MailKind;
import hub.platform.mail.Mails;
import hub.platform.mongo.Transactions;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The letter about what is unread in what somebody follows: each morning or on Mondays, as they chose; and on Mondays about the groups and boards of which they hear once a
 * week. It says how many conversations have something new, and names nothing. What is new is found out when it goes out, with the rights of that moment.
 */
@Component
class Digests implements DueHandler, MailKind {
    static final String KIND = "conversations.digest";

    /** After which the weekly part is due on any day: its Monday was missed. */
    private static final Duration A_WEEK = Duration.ofDays(7);

    private static final String NOT_ASKED = "-";

    private final DigestStore store;
    private final ConversationLists conversations;
    private final Following following;
    private final Notifications notifications;
    private final Accounts accounts;
    private final Rights rights;
    private final Mails mails;
    private final DueWork due;
    private final Transactions transactions;
    private final Clock clock;

    Digests(
            DigestStore store,
            ConversationLists conversations,
            Following following,
            Notifications notifications,
            Accounts accounts,
            Rights rights,
            Mails mails,
            DueWork due,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.conversations = conversations;
        this.following = following;
        this.notifications = notifications;
        this.accounts = accounts;
        this.rights = rights;
        this.mails = mails;
        this.due = due;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** What somebody wishes: a letter about what they follow, and whether there are places of which they hear once a week. */
    private record Wish(MailChoice followed, boolean weekly) {
        /** How often something is due. */
        MailChoice often() {
            return followed == MailChoice.NEVER && weekly ? MailChoice.WEEKLY : followed;
        }
    }

    private Mono<Wish> wish(String account) {
        return notifications
                .choice(account, KIND)
                .flatMap(chosen -> following
                        .of(account)
                        .map(follows -> new Wish(
                                chosen, !follows.groupsWith(Volume.WEEKLY).isEmpty())));
    }

    /** Makes the next letter due, or none. To be called when a wish has changed, in a transaction. */
    Mono<Void> plan(String account) {
        return wish(account)
                .flatMap(wish -> notifications.nextLetter(account, wish.often()))
                .flatMap(next -> store.of(account)
                        .hasElement()
                        .flatMap(there -> there ? Mono.empty() : store.put(fresh(account)))
                        .then(due.at(KIND, account, next))
                        .thenReturn(next))
                .switchIfEmpty(Mono.defer(() -> stopPlanning(account)).then(Mono.empty()))
                .then();
    }

    /** Whether a letter is due at some time. */
    Mono<Boolean> planned(String account) {
        return due.of(account).filter(work -> work.kind().equals(KIND)).hasElements();
    }

    private Mono<Void> stopPlanning(String account) {
        return due.cancel(KIND, account).then(store.remove(account));
    }

    private Digest fresh(String account) {
        return new Digest(account, clock.instant(), clock.instant());
    }

    @Override
    public Mono<Void> handle(String account, Instant moment) {
        return wish(account)
                .flatMap(wish ->
                        store.of(account).defaultIfEmpty(fresh(account)).flatMap(last -> ask(last, wish, moment)))
                .then(Mono.defer(() -> plan(account)));
    }

    /** Whether there is anything to say is found out when it goes out: a letter without news is none. */
    private Mono<Void> ask(Digest last, Wish wish, Instant moment) {
        boolean followed = wish.followed() != MailChoice.NEVER;
        boolean weekly = wish.weekly() && (wish.often() == MailChoice.WEEKLY || isWeekly(last, moment));
        Instant now = clock.instant();
        String about = about(followed ? last.followed() : null, weekly ? last.weekly() : null);
        return followed || weekly
                ? mails.send(KIND, last.id(), about, last.id() + " " + now)
                        .then(store.put(last.upTo(now, followed, weekly)))
                : Mono.empty();
    }

    /**
     * What a letter is about.
     *
     * @param followed since when, of what they follow; null for not at all
     * @param weekly since when, of the weekly places; null for not at all
     */
    static String about(@Nullable Instant followed, @Nullable Instant weekly) {
        return (followed == null ? NOT_ASKED : followed) + " " + (weekly == null ? NOT_ASKED : weekly);
    }

    private static boolean isWeekly(Digest last, Instant moment) {
        return moment.atZone(Times.LONDON).getDayOfWeek() == DayOfWeek.MONDAY
                || Duration.between(last.weekly(), moment).compareTo(A_WEEK) > 0;
    }

    /** With the rights of this moment: who left a group, or read on meanwhile, hears nothing of it. */
    @Override
    public Mono<Letter> write(String account, String about) {
        String[] since = about.split(" ", 2);
        return accounts.viewer(account)
                .filter(viewer -> viewer.approved())
                .flatMap(rights::of)
                .flatMap(visibility -> news(since[0], since[1], visibility)
                        .filter(news -> !news.isEmpty())
                        .map(news -> letter(news, since[1].equals(NOT_ASKED) ? "followed" : "unread", visibility)));
    }

    /** Without what stands in both, twice: whoever follows a conversation of such a group hears of it by itself. */
    private Mono<List<DiscussionThread>> news(String followed, String weekly, Visibility visibility) {
        return Flux.concat(
                        followed.equals(NOT_ASKED)
                                ? Mono.empty()
                                : conversations.newInFollowed(Instant.parse(followed), visibility),
                        weekly.equals(NOT_ASKED)
                                ? Mono.empty()
                                : conversations.newInWeekly(Instant.parse(weekly), visibility))
                .flatMapIterable(list -> list)
                .distinct(DiscussionThread::id)
                .collectList();
    }

    /** @param show the list in which all of it stands */
    private static Letter letter(List<DiscussionThread> news, String show, Visibility visibility) {
        long inGroups = news.stream()
                .filter(thread -> visibility.isMember(thread.group()))
                .count();
        long onBoards = news.size() - inGroups;
        return new Letter(
                Letter.Text.of("conversations.digest.mail.subject", news.size()),
                Letter.Text.of("conversations.digest.mail.lead"),
                Stream.of(line("groups", inGroups), line("boards", onBoards))
                        .flatMap(List::stream)
                        .toList(),
                Letter.Text.of("conversations.digest.mail.button"),
                "/conversations?show=" + show);
    }

    private static List<Letter.Text> line(String where, long count) {
        return count == 0 ? List.of() : List.of(Letter.Text.of("conversations.digest.mail." + where, count));
    }

    /** No letter at all, not about the weekly places either. */
    @Override
    public Mono<Void> stop(String account) {
        return transactions.run(
                following.withoutWeekly(account).then(notifications.choose(account, KIND, MailChoice.NEVER)));
    }

    @Configuration(proxyBeanMethods = false)
    static class Wishes {
        @Bean
        NotificationKind digest() {
            return NotificationKind.letter(KIND);
        }

        @Bean
        EventConsumer planDigests(Digests digests) {
            return EventConsumer.named("conversation-digests")
                    .on(NotificationEvents.ChoicesMade.class, made -> digests.plan(made.account()))
                    .on(FollowEvents.VolumeChanged.class, changed -> digests.plan(changed.account()));
        }
    }
}
