package hub.forum.feedback.answers;

import hub.platform.mongo.Turns;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers to the one question after a meeting, counted by the month. */
@Service
public class PromptAnswers {
    /** Every count that a month can have: three answers and all, of both cuts. */
    private static final List<String> ALL_KEYS = Stream.of(Cut.values())
            .flatMap(cut -> Stream.of("1", "2", "3", Pool.ALL).map(cut::key))
            .toList();

    /** What their pools are of, as rounds are of others. */
    private static final String PROMPTS = "prompts";

    private final TicketStore tickets;
    private final PoolStore pools;
    private final Turns turns;

    PromptAnswers(TicketStore tickets, PoolStore pools, Turns turns) {
        this.tickets = tickets;
        this.pools = pools;
        this.turns = turns;
    }

    /** Asks these people; a step of due work. */
    public Mono<List<Ticket>> invite(String of, List<String> accounts) {
        return tickets.insertAll(of, accounts);
    }

    public Mono<Ticket> ticket(String id) {
        return tickets.byId(id);
    }

    /** Marks the ticket and adds one to the month; nothing if it is marked already. A step of the caller's transaction. */
    public Mono<Void> give(Ticket ticket, String month, String value, Cut cut) {
        return turns.of(
                "feedback " + PROMPTS,
                tickets.answer(ticket.of(), ticket.account())
                        .flatMap(marked ->
                                pools.add(PROMPTS, month, ALL_KEYS, List.of(cut.key(value), cut.key(Pool.ALL)), null)));
    }

    /** By month. Never shown as it is. */
    public Mono<Map<YearMonth, Pool>> months(List<YearMonth> some) {
        Map<String, YearMonth> ids = some.stream()
                .collect(Collectors.toMap(month -> Pool.id(PROMPTS, month.toString()), Function.identity()));
        return pools.find(ids.keySet()).collectMap(pool -> ids.getOrDefault(pool.id(), YearMonth.of(1, 1)));
    }

    /** As they are: for content that is brought in. */
    public Mono<Void> bringIn(Map<YearMonth, Map<String, Long>> counts) {
        return pools.insertAll(counts.entrySet().stream()
                .map(month ->
                        new Pool(Pool.id(PROMPTS, month.getKey().toString()), PROMPTS, month.getValue(), List.of()))
                .toList());
    }
}
