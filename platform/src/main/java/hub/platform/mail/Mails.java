package hub.platform.mail;

import hub.platform.queue.QueuedItem;
import hub.platform.queue.Queues;
import java.time.Clock;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Where letters are asked for. */
@Service
public class Mails {
    static final String ABOUT = "about";

    private static final String QUEUES = "mail.";
    private static final String GUEST_QUEUES = "guest-mail.";

    private final Queues queues;
    private final MailSettings settings;
    private final Clock clock;

    Mails(Queues queues, MailSettings settings, Clock clock) {
        this.queues = queues;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether there is a mail server, and letters leave this house. */
    public boolean goOut() {
        return settings.sends();
    }

    /**
     * Asks for a letter. Belongs into the transaction of its cause.
     *
     * @param kind of {@link MailKind#kind()}
     * @param once the letter's own id: two with the same go out once
     */
    public Mono<Void> send(String kind, String account, String about, String once) {
        Document data = new Document(ABOUT, about);
        return queues.add(List.of(QueuedItem.fresh(queueOf(kind), once, account, clock.instant(), data)));
    }

    /**
     * Asks for a letter to somebody without an account. Belongs into the transaction of its cause.
     *
     * @param kind of {@link GuestMailKind#kind()}
     * @param about what it is about; no address
     * @param once the letter's own id: two with the same go out once
     */
    public Mono<Void> sendToGuest(String kind, String about, String once) {
        return queues.add(List.of(QueuedItem.fresh(guestQueueOf(kind), once, about, clock.instant(), new Document())));
    }

    static String guestQueueOf(String kind) {
        return GUEST_QUEUES + kind;
    }

    static String queueOf(String kind) {
        return QUEUES + kind;
    }
}
