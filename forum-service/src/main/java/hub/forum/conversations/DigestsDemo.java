package hub.forum.conversations;

import hub.forum.notifications.MailChoice;
import hub.forum.notifications.Notifications;
import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import hub.platform.mail.Mails;
import hub.platform.mongo.Transactions;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who in the demo has a summary by email; the first of them goes out at once, so that there is one to see. */
@Component
@Order(DemoContent.SCHEMES + 1)
class DigestsDemo implements DemoContent {
    private final DemoFiles files;
    private final Notifications notifications;
    private final Mails mails;
    private final Transactions transactions;

    DigestsDemo(DemoFiles files, Notifications notifications, Mails mails, Transactions transactions) {
        this.files = files;
        this.notifications = notifications;
        this.mails = mails;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "digests";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        return Flux.fromIterable(files.entries("conversations/digests.yml"))
                .concatMap(entry -> digest(entry, clock))
                .then();
    }

    private Mono<Void> digest(DemoEntry entry, DemoClock clock) {
        String person = entry.text("person");
        MailChoice every = entry.text("every").equals("week") ? MailChoice.WEEKLY : MailChoice.DAILY;
        String about = Digests.about(clock.ago("2d"), null);
        return notifications
                .choose(person, Digests.KIND, every)
                .then(transactions.run(mails.send(Digests.KIND, person, about, person + " in the demo")));
    }
}
