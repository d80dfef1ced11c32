package hub.resources.policies.revision;

import hub.platform.audit.AuditLog;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import hub.platform.text.Markdown;
import hub.resources.policies.Policies;
import hub.resources.policies.Policy;
import hub.resources.policies.ReviewReminders;
import hub.resources.policies.reading.PolicyReadings;
import hub.resources.policies.suggestions.Suggestions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * The next version of a policy: written clause by clause, unseen by others, and published as a whole. Everything here is for those who look after policies; to others it
 * is {@link NotAllowed} (as a signal).
 */
@Service
public class NextVersions {
    private final Policies policies;
    private final Suggestions suggestions;
    private final PolicyReadings readings;
    private final ReviewReminders reminders;
    private final Markdown markdown;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    NextVersions(
            Policies policies,
            Suggestions suggestions,
            PolicyReadings readings,
            ReviewReminders reminders,
            Markdown markdown,
            AuditLog audit,
            Transactions transactions,
            Clock clock) {
        this.policies = policies;
        this.suggestions = suggestions;
        this.readings = readings;
        this.reminders = reminders;
        this.markdown = markdown;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param seen the revision that the form was shown with @param key of the form */
    public record Sent(long seen, String key) {}

    public Mono<Policy> start(String id, Viewer by) {
        return change(id, Policy::startNext, by);
    }

    public Mono<Policy> drop(String id, Viewer by) {
        return change(id, Policy::dropNext, by);
    }

    /** @throws Rejected (as a signal) if somebody else changed it since, or there is no such clause */
    public Mono<Policy> reword(String id, String anchor, String title, String text, Sent sent, Viewer by) {
        return markdown.article(text)
                .flatMap(html ->
                        change(id, once(sent, policy -> policy.reword(anchor, title, text, html, sent.key())), by));
    }

    /** @param after as in {@link Policy#add} */
    public Mono<Policy> add(String id, String title, String text, String after, Sent sent, Viewer by) {
        return markdown.article(text)
                .flatMap(html ->
                        change(id, once(sent, policy -> policy.add(title, text, html, after, sent.key())), by));
    }

    public Mono<Policy> remove(String id, String anchor, Viewer by) {
        return change(id, policy -> policy.remove(anchor), by);
    }

    /**
     * Publishes it: the suggestions are in it, whoever made them is told, carers are asked to read it if they are to, and the next review is planned.
     *
     * @param included ids of suggestions that were adopted, or partly
     * @throws Rejected (as a signal) if somebody else changed it since, or a suggestion is not ready
     */
    public Mono<Policy> publish(String id, Policy.Approval approval, List<String> included, Sent sent, Viewer by) {
        return transactions.run(policies.toChange(id, by)
                .flatMap(now -> now.cameWith(sent.key())
                        ? Mono.just(now)
                        : policies.change(
                                        id,
                                        policy -> policy.requireRevision(sent.seen())
                                                .publish(approval, included, clock.instant(), sent.key()),
                                        by)
                                .delayUntil(after -> follow(after, included, by))));
    }

    private Mono<Void> follow(Policy after, List<String> included, Viewer by) {
        String number = Integer.toString(after.current().number());
        return suggestions
                .enter(after, included, after.current().number())
                .then(Mono.defer(() -> readings.ask(after)))
                .then(Mono.defer(() -> reminders.plan(after)))
                .then(Mono.defer(
                        () -> audit.record("policies.publish", by.id(), after.id(), null, Map.of("version", number))));
    }

    /** The second tap finds what the first one did. */
    private static UnaryOperator<Policy> once(Sent sent, UnaryOperator<Policy> how) {
        return policy -> policy.cameWith(sent.key()) ? policy : how.apply(policy.requireRevision(sent.seen()));
    }

    private Mono<Policy> change(String id, UnaryOperator<Policy> how, Viewer by) {
        return transactions.run(policies.change(id, how, by));
    }
}
