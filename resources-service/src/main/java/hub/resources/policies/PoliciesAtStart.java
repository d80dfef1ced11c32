package hub.resources.policies;

import hub.platform.content.Content;
import hub.platform.content.Content.ContentMistake;
import hub.platform.mongo.AtStart;
import hub.platform.mongo.Leases;
import hub.platform.mongo.Transactions;
import hub.platform.text.Markdown;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings in the policies of {@code content/policies} that the hub does not have yet. From then on they are looked after in the hub: a file that changes later changes
 * nothing. One process at a time.
 */
@Component
class PoliciesAtStart extends AtStart {
    private static final Logger LOG = LoggerFactory.getLogger(PoliciesAtStart.class);

    private final Content content;
    private final Markdown markdown;
    private final PolicyStore store;
    private final ReviewReminders reminders;
    private final Transactions transactions;
    private final Leases leases;

    PoliciesAtStart(
            Content content,
            Markdown markdown,
            PolicyStore store,
            ReviewReminders reminders,
            Transactions transactions,
            Leases leases) {
        super(21, Duration.ofMinutes(2));
        this.content = content;
        this.markdown = markdown;
        this.store = store;
        this.reminders = reminders;
        this.transactions = transactions;
        this.leases = leases;
    }

    @Override
    protected Mono<Void> work() {
        return leases.named("policies", Duration.ofSeconds(30))
                .whenHeld(Flux.defer(() -> Flux.fromIterable(content.files("policies", ".md")))
                        .concatMap(file -> bringIn(file)
                                .onErrorResume(
                                        failure -> failure instanceof ContentMistake
                                                || failure instanceof UncheckedIOException,
                                        mistake -> {
                                            LOG.error("Left out of the policies: {}", mistake.getMessage());
                                            return Mono.empty();
                                        }))
                        .then());
    }

    private Mono<Policy> bringIn(Path file) {
        return Mono.fromCallable(() -> new PolicyFile(content.page(file)))
                .flatMap(read -> store.toChange(read.slug())
                        .hasElement()
                        .flatMap(there -> there ? Mono.<Policy>empty() : read.read(markdown)))
                .flatMap(policy -> transactions.run(store.insert(policy).delayUntil(reminders::plan)));
    }
}
