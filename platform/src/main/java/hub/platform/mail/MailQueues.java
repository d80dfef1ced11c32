package hub.platform.mail;

import hub.platform.identity.Accounts;
import hub.platform.queue.QueueConsumer;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A queue for each kind of letter, in the service that has the kind: the other one could not write it. */
@Component
class MailQueues implements QueueConsumer.Several {
    private final ObjectProvider<MailKind> kinds;
    private final Accounts accounts;
    private final StoppedAddressStore stopped;
    private final Letters letters;
    private final MailTransport transport;

    MailQueues(
            ObjectProvider<MailKind> kinds,
            Accounts accounts,
            StoppedAddressStore stopped,
            Letters letters,
            MailTransport transport) {
        this.kinds = kinds;
        this.accounts = accounts;
        this.stopped = stopped;
        this.letters = letters;
        this.transport = transport;
    }

    @Override
    public Stream<QueueConsumer> consumers() {
        return kinds.stream().map(kind -> new MailQueue(kind, accounts, stopped, letters, transport));
    }
}
