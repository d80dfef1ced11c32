package hub.forum.notifications;

import hub.platform.due.DueHandler;
import hub.platform.due.DueWork;
import hub.platform.identity.Accounts;
import hub.platform.mail.Letter;
import hub.platform.mail.MailKind;
import hub.platform.mail.Mails;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The letter that says what waits for somebody: first that it is due, then what stands in it. */
@Component
class LetterOfNotifications implements DueHandler, MailKind {
    static final String DUE = "notifications.mail";

    private final NotificationStore store;
    private final NotificationKinds kinds;
    private final Accounts accounts;
    private final Mails mails;
    private final DueWork due;
    private final Clock clock;

    LetterOfNotifications(
            NotificationStore store,
            NotificationKinds kinds,
            Accounts accounts,
            Mails mails,
            DueWork due,
            Clock clock) {
        this.store = store;
        this.kinds = kinds;
        this.accounts = accounts;
        this.mails = mails;
        this.due = due;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return DUE;
    }

    /** What is due goes into one letter; for the rest another is due later. */
    @Override
    public Mono<Void> handle(String account, Instant moment) {
        Instant now = clock.instant();
        return store.toMail(account).collectList().flatMap(waiting -> {
            List<Notification> ripe =
                    waiting.stream().filter(each -> isRipe(each, now)).toList();
            Mono<Void> letter = ripe.isEmpty()
                    ? Mono.empty()
                    : Flux.fromIterable(ripe)
                            .concatMap(each -> store.mailed(each, now))
                            .then(mails.send(DUE, account, now.toString(), account + " " + now));
            return letter.then(later(account, waiting, now));
        });
    }

    private static boolean isRipe(Notification notification, Instant now) {
        Instant mailAt = notification.mailAt();
        return mailAt != null && !mailAt.isAfter(now);
    }

    private Mono<Void> later(String account, List<Notification> waiting, Instant now) {
        return Flux.fromIterable(waiting)
                .mapNotNull(Notification::mailAt)
                .filter(mailAt -> mailAt.isAfter(now))
                .reduce((one, other) -> one.isBefore(other) ? one : other)
                .flatMap(next -> due.at(DUE, account, next));
    }

    /** With the rights of this moment: who left a group meanwhile hears nothing of it. */
    @Override
    public Mono<Letter> write(String account, String moment) {
        return accounts.viewer(account)
                .flatMapMany(viewer -> store.inLetter(account, Instant.parse(moment))
                        .filterWhen(each -> kinds.show(each, viewer).hasElement()))
                .collect(Collectors.groupingBy(Notification::kind, TreeMap::new, Collectors.counting()))
                .filter(counts -> !counts.isEmpty())
                .map(LetterOfNotifications::letter);
    }

    private static Letter letter(Map<String, Long> counts) {
        List<Letter.Text> lines = counts.entrySet().stream()
                .map(each -> Letter.Text.of(each.getKey() + ".notice.mail", each.getValue()))
                .toList();
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return new Letter(
                Letter.Text.of("notifications.mail.subject", all),
                Letter.Text.of("notifications.mail.lead", all),
                lines,
                Letter.Text.of("notifications.mail.button"),
                "/notifications");
    }

    @Override
    public Mono<Void> stop(String account) {
        return store.choices(account)
                .flatMap(choices -> store.save(new NotificationChoices(
                        account, kinds.withoutTheLetter(choices), choices.quietFrom(), choices.quietUntil())));
    }
}
