package hub.forum.accounts.closing;

import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoFiles;
import hub.platform.due.DueWork;
import hub.platform.mongo.Transactions;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Somebody who has asked for their account to be closed. */
@Component
@Order(DemoContent.SCHEMES)
class ClosingDemo implements DemoContent {
    private final DemoFiles files;
    private final ClosingStore store;
    private final DueWork due;
    private final Transactions transactions;

    ClosingDemo(DemoFiles files, ClosingStore store, DueWork due, Transactions transactions) {
        this.files = files;
        this.store = store;
        this.due = due;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "account closings";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        return Flux.fromIterable(files.entries("accounts/closings.yml"))
                .map(entry -> ClosingRequest.asked(entry.text("person"), false, clock.ago(entry.text("ago"))))
                .concatMap(asked -> transactions.run(
                        store.put(asked).then(Mono.defer(() -> due.at(Closings.CLOSE, asked.id(), asked.closes())))))
                .then();
    }
}
