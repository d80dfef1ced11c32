package hub.platform.mail;

import hub.platform.queue.QueueConsumer;
import hub.platform.queue.QueuedItem;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A queue for each kind of letter to people without an account. What cannot be delivered is given up: nobody here knows them. */
@Component
class GuestMailQueues implements QueueConsumer.Several {
    private final ObjectProvider<GuestMailKind> kinds;
    private final Letters letters;
    private final MailTransport transport;

    GuestMailQueues(ObjectProvider<GuestMailKind> kinds, Letters letters, MailTransport transport) {
        this.kinds = kinds;
        this.letters = letters;
        this.transport = transport;
    }

    @Override
    public Stream<QueueConsumer> consumers() {
        return kinds.stream().map(kind -> new GuestMailQueue(kind, letters, transport));
    }

    private record GuestMailQueue(GuestMailKind kind, Letters letters, MailTransport transport)
            implements QueueConsumer {
        @Override
        public String queue() {
            return Mails.guestQueueOf(kind.kind());
        }

        /** A mail server may take its time; a transaction must not. */
        @Override
        public boolean inTransaction() {
            return false;
        }

        @Override
        public Optional<Duration> pauseAfter(int tries) {
            return MailQueue.pause(tries);
        }

        @Override
        public Mono<Void> handle(QueuedItem item) {
            return kind.write(item.subject())
                    .flatMap(addressed -> letters.put(item.id(), addressed))
                    .flatMap(transport::sendToGuest)
                    .onErrorResume(AddressRefused.class, refused -> Mono.empty());
        }
    }
}
