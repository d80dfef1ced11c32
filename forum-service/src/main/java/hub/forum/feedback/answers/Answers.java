package hub.forum.feedback.answers;

import hub.forum.feedback.FeedbackPolicy;
import hub.forum.feedback.FeedbackRefusal;
import hub.forum.feedback.rounds.Question;
import hub.forum.feedback.rounds.Round;
import hub.forum.feedback.rounds.Rounds;
import hub.platform.audit.AuditLog;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Transactions;
import hub.platform.mongo.Turns;
import hub.platform.refusals.Rejected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Giving answers, and what was given. Nothing here writes down who answered what, nor when: no event, no entry in the audit log, no line in the log. */
@Service
public class Answers {
    private final TicketStore tickets;
    private final PoolStore pools;
    private final Rounds rounds;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Turns turns;

    Answers(
            TicketStore tickets,
            PoolStore pools,
            Rounds rounds,
            AuditLog audit,
            Transactions transactions,
            Turns turns) {
        this.tickets = tickets;
        this.pools = pools;
        this.rounds = rounds;
        this.audit = audit;
        this.transactions = transactions;
        this.turns = turns;
    }

    /** What was given to one question. @param values numbers of options @param words empty for none */
    public record Given(Question question, Set<String> values, String words) {
        public Given {
            values = Set.copyOf(values);
        }
    }

    /** Whether the viewer is asked, and has not answered. */
    public Mono<Boolean> waitsFor(String round, Viewer viewer) {
        return ticket(round, viewer).map(ticket -> !ticket.answered()).defaultIfEmpty(false);
    }

    /** The viewer's own; empty if they were not asked. */
    public Mono<Ticket> ticket(String round, Viewer viewer) {
        String account = viewer.account();
        return account == null || !viewer.approved() ? Mono.empty() : tickets.find(round, account);
    }

    /** Of these rounds those that wait for the viewer's answer, by id. */
    public Mono<List<String>> waiting(List<String> some, Viewer viewer) {
        return some.isEmpty() || !viewer.approved()
                ? Mono.just(List.of())
                : tickets.waiting(viewer.id(), some).map(Ticket::of).collectList();
    }

    /** How many have answered. */
    public Mono<Long> answered(String round) {
        return tickets.answered(round);
    }

    /** Asks these people; a step of due work. */
    public Mono<Void> invite(String round, List<String> accounts) {
        return tickets.insertAll(round, accounts).then();
    }

    /** As it is: for content that is brought in. @param answered those of them who have answered */
    public Mono<Void> bringIn(String round, List<String> asked, Set<String> answered, List<Pool> given) {
        return tickets.bringIn(round, asked, answered).then(given.isEmpty() ? Mono.empty() : pools.insertAll(given));
    }

    /** The accounts that were asked and have not answered, in no order: for telling them. */
    public Flux<String> silent(String round) {
        return tickets.silent(round);
    }

    /**
     * The ticket is marked, and each answer goes into the pool of its question: all or nothing.
     *
     * @throws NotAllowed (as a signal) if the viewer was not asked
     * @throws Rejected (as a signal) if it is not open, or they have answered
     */
    public Mono<Void> give(String id, List<Given> given, boolean quote, Viewer by) {
        Cut cut = by.is(Role.KINSHIP_CARER) ? Cut.KINSHIP : Cut.FOSTER;
        return turns.of(
                "feedback " + id,
                transactions.run(rounds.toChange(id)
                        .filterWhen(round -> tickets.find(id, by.id()).hasElement())
                        .switchIfEmpty(Mono.error(NotAllowed::new))
                        .flatMap(round ->
                                round.isOpen() ? Mono.just(round) : Mono.error(new Rejected(FeedbackRefusal.NOT_OPEN)))
                        .delayUntil(round -> tickets.answer(id, by.id())
                                .switchIfEmpty(Mono.error(() -> new Rejected(FeedbackRefusal.ANSWERED))))
                        .flatMapMany(round -> Flux.fromIterable(given)
                                .concatMap(one -> put(round, one, cut, quote, round.anonymous() ? null : by.id())))
                        .then()));
    }

    private Mono<Void> put(
            Round round, Given given, Cut cut, boolean quote, @org.jspecify.annotations.Nullable String author) {
        Question question = given.question();
        if (question.kind() == Question.Kind.WORDS) {
            return given.words().isEmpty()
                    ? Mono.empty()
                    : pools.add(
                            round.id(),
                            question.id(),
                            List.of(),
                            List.of(),
                            PoolStore.word(given.words(), quote, author));
        }
        List<String> keys = new ArrayList<>(List.of(cut.key(Pool.ALL)));
        question.values().stream()
                .filter(value -> given.values().contains(value))
                .map(cut::key)
                .forEach(keys::add);
        if (keys.size() == 1) {
            keys.add(cut.key(Pool.NONE));
        }
        return pools.add(round.id(), question.id(), allKeys(question.values()), keys, null);
    }

    /** A round is over: where so few of one sort answered that their counts would be theirs alone, the two sorts are put together for good. A step of the caller's transaction. */
    Mono<Void> closed(String round) {
        return pools.of(round)
                .filter(Pool::isOfFew)
                .concatMap(pool -> pools.set(pool.together()))
                .then();
    }

    /** Every count that the answers to a question can have. */
    private static List<String> allKeys(Collection<String> values) {
        return Arrays.stream(Cut.values())
                .flatMap(cut -> Stream.concat(values.stream(), Stream.of(Pool.ALL, Pool.NONE))
                        .map(cut::key))
                .toList();
    }

    /** All that was given to the questions of a round. Never shown as it is: {@link hub.forum.feedback.results.RoundResults} makes of it what is. */
    public Mono<Map<String, Pool>> pools(Round round) {
        return pools.of(round.id()).collectMap(Pool::id);
    }

    /** What people wrote, for those who look at it before it is shown. @throws NotAllowed (as a signal) for others */
    public Mono<Map<String, Pool>> toJudge(Round round, Viewer viewer) {
        return FeedbackPolicy.asRunning(viewer).then(pools(round));
    }

    /** @throws NotAllowed (as a signal) unless the viewer runs rounds, the round has closed, and there is such a word */
    public Mono<Void> judge(Round round, String question, String word, Pool.State state, Viewer by) {
        return FeedbackPolicy.asRunning(by)
                .then(transactions.run(pools.judge(round.id(), question, word, state)
                        .switchIfEmpty(Mono.error(NotAllowed::new))
                        .delayUntil(pool -> audit.record("feedback.judge", by.id(), round.id(), null, Map.of()))))
                .then();
    }
}
