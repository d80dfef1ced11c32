package hub.forum.feedback.answers;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Migration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code feedback_tickets}. */
@Component
class TicketStore {
    private static final String TICKETS = "feedback_tickets";
    private static final int MOST = 5_000;

    private final Documents<Ticket> tickets;

    TicketStore(Collections collections) {
        this.tickets = collections.of(TICKETS, Ticket.class);
    }

    Mono<Ticket> find(String of, String account) {
        return tickets.first(Query.query(where("of").is(of).and("account").is(account)));
    }

    Mono<Ticket> byId(String id) {
        return tickets.find(id);
    }

    /** Those of an account that have not answered, out of some rounds. */
    Flux<Ticket> waiting(String account, List<String> of) {
        return tickets.list(Query.query(where("account")
                        .is(account)
                        .and("of")
                        .in(of)
                        .and("answered")
                        .is(false))
                .limit(of.size()));
    }

    /** The accounts that have not answered, in no order. */
    Flux<String> silent(String of) {
        return tickets.list(Query.query(where("of").is(of).and("answered").is(false))
                        .limit(MOST))
                .map(Ticket::account);
    }

    Mono<Long> answered(String of) {
        return tickets.count(Query.query(where("of").is(of).and("answered").is(true)));
    }

    /** One for each account, in an order that says nothing. */
    Mono<List<Ticket>> insertAll(String of, List<String> accounts) {
        List<String> shuffled = new ArrayList<>(accounts);
        java.util.Collections.shuffle(shuffled, new java.security.SecureRandom());
        List<Ticket> fresh = shuffled.stream()
                .map(account -> new Ticket(Ids.next(), of, account, false))
                .toList();
        return fresh.isEmpty() ? Mono.just(fresh) : tickets.insertAll(fresh).thenReturn(fresh);
    }

    /** As {@link #insertAll}, some of them answered. */
    Mono<Void> bringIn(String of, List<String> accounts, java.util.Set<String> answered) {
        List<Ticket> fresh = accounts.stream()
                .map(account -> new Ticket(Ids.next(), of, account, answered.contains(account)))
                .toList();
        return fresh.isEmpty() ? Mono.empty() : tickets.insertAll(fresh);
    }

    /** Marks it in its place; empty if there is none, or it is marked already. */
    Mono<Ticket> answer(String of, String account) {
        return tickets.change(
                Query.query(where("of")
                        .is(of)
                        .and("account")
                        .is(account)
                        .and("answered")
                        .is(false)),
                new Update().set("answered", true));
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration feedbackTicketIndexes() {
            return new Migration(
                    "feedback-0002-tickets",
                    mongo -> Flux.concat(
                                    mongo.indexOps(TICKETS)
                                            .createIndex(new Index("of", Direction.ASC)
                                                    .on("account", Direction.ASC)
                                                    .unique()),
                                    mongo.indexOps(TICKETS)
                                            .createIndex(new Index("of", Direction.ASC).on("answered", Direction.ASC)))
                            .then());
        }
    }
}
