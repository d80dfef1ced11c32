package hub.forum.feedback.prompts;

import hub.forum.feedback.FeedbackRefusal;
import hub.forum.feedback.answers.Cut;
import hub.forum.feedback.answers.PromptAnswers;
import hub.forum.feedback.answers.Ticket;
import hub.forum.meetings.Meeting;
import hub.forum.meetings.Meetings;
import hub.forum.meetings.Replies;
import hub.forum.meetings.register.Registers;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Role;
import hub.platform.mail.Mails;
import hub.platform.mail.SignedLinks;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Set;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * After a meeting everybody who came is asked one question, and answers with one tap, from the letter too. What is answered is added to the numbers of the month: which
 * meeting, and who, stays unknown.
 */
@Service
public class Prompts {
    /** So long after its end, when people are home. */
    static final Duration AFTER = Duration.ofHours(2);

    /** So long it can be answered. */
    public static final Duration OPEN_FOR = Duration.ofDays(14);

    static final String DUE = "feedback.prompt";
    private static final String LINKS = "feedback-prompt";
    private static final Set<String> ANSWERS = Set.of("1", "2", "3");

    private final PromptStore store;
    private final PromptAnswers answers;
    private final Meetings meetings;
    private final Replies replies;
    private final Registers registers;
    private final Accounts accounts;
    private final Mails mails;
    private final SignedLinks links;
    private final Transactions transactions;
    private final Clock clock;

    Prompts(
            PromptStore store,
            PromptAnswers answers,
            Meetings meetings,
            Replies replies,
            Registers registers,
            Accounts accounts,
            Mails mails,
            SignedLinks links,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.answers = answers;
        this.meetings = meetings;
        this.replies = replies;
        this.registers = registers;
        this.accounts = accounts;
        this.mails = mails;
        this.links = links;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param open whether it can be answered still */
    public record Found(Prompt prompt, Ticket ticket, boolean open) {}

    /** Asks those who came: as the register says, or else those who said that they would. A step of due work; done once. */
    Mono<Void> ask(String meeting) {
        return store.find(meeting)
                .hasElement()
                .filter(there -> !there)
                .flatMap(fresh -> meetings.held(meeting))
                .flatMap(held -> store.put(prompt(held)))
                .flatMap(prompt -> registers
                        .came(meeting)
                        .filter(came -> !came.isEmpty())
                        .flatMapMany(Flux::fromIterable)
                        .switchIfEmpty(replies.going(meeting))
                        .distinct()
                        .collectList()
                        .flatMap(came -> answers.invite(Prompt.ticketsOf(meeting), came)))
                .flatMapIterable(tickets -> tickets)
                .concatMap(ticket -> mails.send(PromptLetters.KIND, ticket.account(), ticket.id(), ticket.id()))
                .then();
    }

    private Prompt prompt(Meeting meeting) {
        YearMonth month = YearMonth.from(meeting.details().ends().atZone(Times.LONDON));
        return new Prompt(
                meeting.id(), month.toString(), meeting.details().ends().plus(OPEN_FOR));
    }

    /** Where somebody answers: from the letter, without signing in. */
    public Mono<String> path(String ticket) {
        return links.token(LINKS, ticket).map(token -> "/feedback/prompts/" + token);
    }

    /** What a link leads to; empty if we did not make it. Changes nothing. */
    public Mono<Found> find(String token) {
        return links.read(LINKS, token).flatMap(this::ofTicket);
    }

    Mono<Found> ofTicket(String id) {
        return answers.ticket(id)
                .flatMap(ticket -> store.find(
                                ticket.of().substring(Prompt.ticketsOf("").length()))
                        .map(prompt -> new Found(prompt, ticket, clock.instant().isBefore(prompt.closes()))));
    }

    /**
     * Done twice it is done once.
     *
     * @param answer 1 yes, 2 in between, 3 no; others change nothing
     * @return empty if the link leads nowhere
     * @throws Rejected (as a signal) if it is too late
     */
    public Mono<Found> answer(String token, String answer) {
        return find(token).flatMap(found -> {
            if (!ANSWERS.contains(answer) || found.ticket().answered()) {
                return Mono.just(found);
            }
            return found.open()
                    ? transactions
                            .run(cut(found.ticket().account())
                                    .flatMap(cut -> answers.give(
                                            found.ticket(), found.prompt().month(), answer, cut)))
                            .thenReturn(found)
                    : Mono.error(new Rejected(FeedbackRefusal.NOT_OPEN));
        });
    }

    private Mono<Cut> cut(String account) {
        return accounts.approved(account)
                .map(Account::roles)
                .map(roles -> roles.contains(Role.KINSHIP_CARER) ? Cut.KINSHIP : Cut.FOSTER)
                .defaultIfEmpty(Cut.FOSTER);
    }
}
