package hub.resources.policies.suggestions;

import hub.platform.audit.AuditLog;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import hub.resources.policies.Clause;
import hub.resources.policies.Policies;
import hub.resources.policies.Policy;
import hub.resources.policies.PolicyRefusal;
import hub.resources.policies.PolicyRights;
import hub.resources.policies.suggestions.Suggestion.Consideration;
import hub.resources.policies.suggestions.Suggestion.Decision;
import hub.resources.policies.suggestions.Suggestion.Outcome;
import hub.resources.publishing.Position;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What carers suggest. Each gets an answer, and the answer is for everybody. */
@Service
public class Suggestions {
    private final SuggestionStore store;
    private final Policies policies;
    private final SuggestionTellings tellings;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    Suggestions(
            SuggestionStore store,
            Policies policies,
            SuggestionTellings tellings,
            AuditLog audit,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.policies = policies;
        this.tellings = tellings;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Of a policy, for carers and staff; empty for everybody else. */
    public Mono<Suggestion> find(String policy, String id, Viewer viewer) {
        return PolicyRights.seesSuggestions(viewer)
                ? store.find(id, viewer)
                        .filter(suggestion -> suggestion.policy().equals(policy))
                : Mono.empty();
    }

    /** The latest first; nothing for whoever may not see them. */
    public Flux<Suggestion> list(
            String policy, Optional<Suggestion.State> state, Optional<Position> before, int limit, Viewer viewer) {
        return PolicyRights.seesSuggestions(viewer) ? store.before(policy, state, before, limit, viewer) : Flux.empty();
    }

    /** What is answered, for everybody: pages show the answer alone. */
    public Flux<Suggestion> answered(String policy, Optional<Position> before, int limit) {
        return store.answered(policy, before, limit);
    }

    /** Those that are in a version. */
    public Flux<Suggestion> of(List<String> ids) {
        return store.inVersion(ids);
    }

    /** What was adopted and is in no version yet; nothing for whoever does not look after policies. */
    public Flux<Suggestion> waitForVersion(String policy, Viewer viewer) {
        return PolicyRights.looksAfter(viewer)
                ? store.decided(policy).filter(Suggestion::waitsForVersion)
                : Flux.empty();
    }

    /** How many nobody has acknowledged; 0 for whoever does not look after policies. */
    public Mono<Long> fresh(String policy, Viewer viewer) {
        return PolicyRights.looksAfter(viewer) ? store.count(policy, Suggestion.State.SUBMITTED) : Mono.just(0L);
    }

    /**
     * @param anchor of a clause as it is now; anything else stands for the whole policy
     * @param formKey of the form it came with; the same one again finds the suggestion that it made
     * @throws NotAllowed (as a signal) unless the viewer is a carer and there is such a policy
     */
    public Mono<Suggestion> submit(String policy, String anchor, String text, String formKey, Viewer by) {
        if (!PolicyRights.maySuggest(by)) {
            return Mono.error(new NotAllowed());
        }
        String id = Ids.of("suggestion of " + by.id() + " by " + formKey);
        Mono<Suggestion> fresh = policies.find(policy)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(found -> {
                    Optional<Clause> clause = found.current().clause(anchor);
                    return store.insert(Suggestion.submit(
                                    id,
                                    policy,
                                    clause.map(Clause::anchor).orElse(""),
                                    clause.map(Clause::title).orElse(""),
                                    text,
                                    by.id(),
                                    clock.instant()))
                            .delayUntil(suggestion -> tellings.submitted(suggestion, found.title()));
                });
        return transactions.run(store.toChange(id).switchIfEmpty(fresh));
    }

    /** @throws NotAllowed (as a signal) unless the viewer is a carer and there is such a one */
    public Mono<Suggestion> agree(String policy, String id, Viewer by) {
        return PolicyRights.maySuggest(by)
                ? transactions.run(find(policy, id, by)
                        .flatMap(found -> store.toChange(id))
                        .switchIfEmpty(Mono.error(NotAllowed::new))
                        .flatMap(found -> save(found, found.agree(by.id()))))
                : Mono.error(new NotAllowed());
    }

    /** @throws NotAllowed (as a signal) unless the viewer looks after policies and there is such a one */
    public Mono<Suggestion> acknowledge(String policy, String id, Viewer by) {
        return step(policy, id, Suggestion::acknowledge, "acknowledge", by);
    }

    /** @throws Rejected (as a signal) unless it is the next step */
    public Mono<Suggestion> consider(String policy, String id, Consideration how, Viewer by) {
        return step(policy, id, suggestion -> suggestion.consider(how), "consider", by);
    }

    /** @throws Rejected (as a signal) unless it is the next step */
    public Mono<Suggestion> decide(String policy, String id, Outcome outcome, String said, String reason, Viewer by) {
        Decision decision = new Decision(outcome, said, reason, clock.instant());
        return step(policy, id, suggestion -> suggestion.decide(decision), "decide", by);
    }

    private Mono<Suggestion> step(String policy, String id, UnaryOperator<Suggestion> how, String act, Viewer by) {
        return PolicyRights.asLookingAfter(by)
                .then(policies.find(policy))
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(found -> transactions.run(store.toChange(id)
                        .filter(suggestion -> suggestion.policy().equals(policy))
                        .switchIfEmpty(Mono.error(NotAllowed::new))
                        .flatMap(before -> {
                            Suggestion after = how.apply(before);
                            return after.equals(before)
                                    ? Mono.just(before)
                                    : save(before, after)
                                            .delayUntil(saved ->
                                                    audit.record("policies." + act, by.id(), id, null, Map.of()))
                                            .delayUntil(saved -> tellings.moved(saved, found.title()));
                        })));
    }

    /** They come into a version; a step of the transaction that publishes it. @throws Rejected (as a signal) if one is not ready for it */
    public Mono<Void> enter(Policy policy, List<String> ids, int number) {
        return Flux.fromIterable(ids)
                .concatMap(id -> store.toChange(id)
                        .filter(suggestion -> suggestion.policy().equals(policy.id()))
                        .switchIfEmpty(Mono.error(() -> new Rejected(PolicyRefusal.NOT_READY)))
                        .flatMap(before -> save(before, before.enter(number)))
                        .delayUntil(saved -> tellings.moved(saved, policy.title())))
                .then();
    }

    private Mono<Suggestion> save(Suggestion before, Suggestion after) {
        return after.equals(before)
                ? Mono.just(before)
                : store.replace(after).switchIfEmpty(Mono.error(() -> new Rejected(PolicyRefusal.CHANGED_MEANWHILE)));
    }
}
