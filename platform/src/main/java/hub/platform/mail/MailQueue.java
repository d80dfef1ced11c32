package hub.platform.mail;

import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.queue.QueueConsumer;
import hub.platform.queue.QueuedItem;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Writes and sends the letters of one kind, each person's one after the other. */
final class MailQueue implements QueueConsumer {
    /** About a day and a half: after that a letter is of no use. */
    private static final int MOST_TRIES = 42;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final MailKind kind;
    private final Accounts accounts;
    private final StoppedAddressStore stopped;
    private final Letters letters;
    private final MailTransport transport;

    MailQueue(MailKind kind, Accounts accounts, StoppedAddressStore stopped, Letters letters, MailTransport transport) {
        this.kind = kind;
        this.accounts = accounts;
        this.stopped = stopped;
        this.letters = letters;
        this.transport = transport;
    }

    @Override
    public String queue() {
        return Mails.queueOf(kind.kind());
    }

    /** A mail server may take its time; a transaction must not. */
    @Override
    public boolean inTransaction() {
        return false;
    }

    /** A server that is away is one for hours, not for seconds. */
    @Override
    public Optional<Duration> pauseAfter(int tries) {
        return pause(tries);
    }

    static Optional<Duration> pause(int tries) {
        if (tries >= MOST_TRIES) {
            return Optional.empty();
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, 10));
        return Optional.of(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    /** Whether there is still somebody to write to, and something to say, is asked now. */
    @Override
    public Mono<Void> handle(QueuedItem item) {
        String about = String.valueOf(item.data().getString(Mails.ABOUT));
        return accounts.approved(item.subject())
                .filterWhen(this::canBeWrittenTo)
                .flatMap(account -> kind.write(account.id(), about)
                        .flatMap(letter -> letters.put(item.id(), kind.kind(), account, letter))
                        .flatMap(envelope -> send(account, envelope)));
    }

    private Mono<Boolean> canBeWrittenTo(Account account) {
        String address = account.email();
        return address == null || address.isBlank()
                ? Mono.just(false)
                : stopped.is(account.id(), address).map(is -> !is);
    }

    /** An address that does not exist is not tried again, by this letter or another. */
    private Mono<Void> send(Account account, Envelope envelope) {
        return transport
                .send(account.id(), envelope)
                .onErrorResume(AddressRefused.class, refused -> stopped.add(account.id(), envelope.to()));
    }
}
