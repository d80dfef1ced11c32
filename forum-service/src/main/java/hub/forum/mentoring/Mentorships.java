package hub.forum.mentoring;

import hub.platform.events.Events;
import hub.platform.identity.Accounts;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Supervisions;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Mentorships, for the two, the mentee's social worker and the coordinator: asking for one, and seeing how far it is. */
@Service
public class Mentorships {
    private final MentorshipStore store;
    private final Supervisions supervisions;
    private final Accounts accounts;
    private final Events events;
    private final Transactions transactions;
    private final Clock clock;

    Mentorships(
            MentorshipStore store,
            Supervisions supervisions,
            Accounts accounts,
            Events events,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.supervisions = supervisions;
        this.accounts = accounts;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One that the viewer may know of; empty for everybody else. Its words are {@link #words}. */
    public Mono<Mentorship> find(String id, Viewer viewer) {
        return viewer.approved()
                ? supervisions.householdsOf(viewer).flatMap(homes -> store.find(id, viewer, homes))
                : Mono.empty();
    }

    /** What is said in it, for the two of it; empty for everybody else, the coordinator and the social worker too. */
    public Mono<MentorshipWords> words(String id, Viewer viewer) {
        return viewer.approved() ? store.findWords(id, viewer) : Mono.empty();
    }

    /** The viewer's own as a mentee, the newest first. */
    public Flux<Mentorship> own(Viewer viewer) {
        return viewer.approved() ? store.latest(viewer) : Flux.empty();
    }

    /** Those in which the viewer is asked to be, is or was the mentor, the newest first. */
    public Flux<Mentorship> asMentor(Viewer viewer) {
        return viewer.approved() ? store.asMentor(viewer) : Flux.empty();
    }

    /** In one state, the longest first, for those who match; nothing for everybody else. At most 1,000. */
    public Flux<Mentorship> in(Mentorship.State state, Viewer viewer) {
        return store.from(state, viewer);
    }

    /** Those that are not over, of people whom the viewer supervises. */
    public Flux<Mentorship> ofSupervised(Collection<String> people, Viewer viewer) {
        return Flux.fromIterable(people)
                .filterWhen(person -> supervises(viewer, person))
                .collectList()
                .flatMapMany(store::openOf);
    }

    /** Whether the viewer supervises this carer now. */
    public Mono<Boolean> supervises(Viewer viewer, String account) {
        return accounts.approved(account)
                .flatMap(person -> supervisions.supervises(viewer, person.household()))
                .defaultIfEmpty(false);
    }

    /**
     * Asks for a mentor, for oneself or as the social worker of a carer.
     *
     * @param mentee the account
     * @param hello what she would like her mentor to know; empty if somebody else asks for her
     * @param formKey of the form it came with; the same one again finds the request that it made
     * @throws NotAllowed (as a signal) unless the viewer is that carer or supervises her
     * @throws Rejected (as a signal) if she has one, or has asked
     */
    public Mono<Mentorship> ask(String mentee, Mentorship.Wish wish, String hello, String formKey, Viewer by) {
        String id = Ids.of("mentorship of " + mentee + " by " + by.id() + " with " + formKey);
        boolean self = mentee.equals(by.account());
        Mono<Boolean> mayAsk = self ? Mono.just(by.carer()) : supervises(by, mentee);
        return mayAsk.filter(may -> may)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(may -> transactions.run(
                        store.byId(id).switchIfEmpty(fresh(id, mentee, wish, self ? hello : "", List.of(), by))));
    }

    /**
     * Asks for another mentor after one that is over, with the same wishes; whoever was not right is not forgotten.
     *
     * @throws NotAllowed (as a signal) unless it is the viewer's own as a mentee
     */
    public Mono<Mentorship> askAgain(String id, Viewer by) {
        return find(id, by)
                .filter(last -> last.mentee().equals(by.account()) && last.state() == Mentorship.State.ENDED)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(last -> {
                    String next = Ids.of("mentorship after " + id);
                    return transactions.run(store.byId(next)
                            .switchIfEmpty(fresh(next, last.mentee(), last.wish(), "", before(last), by)));
                });
    }

    private static List<Mentorship.Before> before(Mentorship last) {
        List<Mentorship.Before> all = new java.util.ArrayList<>(last.before());
        String mentor = last.mentor();
        if (mentor != null && last.ending() == Mentorship.Ending.NOT_RIGHT) {
            all.add(new Mentorship.Before(mentor, Mentorship.Outcome.NOT_RIGHT, last.since()));
        }
        return all;
    }

    private Mono<Mentorship> fresh(
            String id, String mentee, Mentorship.Wish wish, String hello, List<Mentorship.Before> before, Viewer by) {
        Mono<Void> none = store.openOf(List.of(mentee))
                .next()
                .flatMap(open -> Mono.<Void>error(new Rejected(MentoringRefusal.HAS_ONE)));
        return none.then(accounts.approved(mentee))
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(carer -> store.insert(
                        Mentorship.ask(id, mentee, carer.household(), by.id(), wish, before, clock.instant())))
                .delayUntil(asked -> store.put(new MentorshipWords(id, mentee, Set.of(mentee), hello, List.of())))
                .delayUntil(asked -> events.publish(new MentoringEvents.Waits(id, mentee, by.id(), true, 1)))
                .onErrorMap(
                        org.springframework.dao.DuplicateKeyException.class,
                        twice -> new Rejected(MentoringRefusal.HAS_ONE));
    }

    /** The mentee lives in another household now; a step of the transaction of that. */
    Mono<Void> move(String mentee, String household) {
        return store.openOf(List.of(mentee))
                .next()
                .flatMap(open -> store.replace(open.livesIn(household), open.version()))
                .then();
    }

    /** The accounts of the two, for telling them; what they may know is asked when it is shown. */
    Mono<List<String>> two(String id) {
        return store.byId(id).map(found -> {
            String mentor = found.mentor();
            return mentor == null ? List.of(found.mentee()) : List.of(found.mentee(), mentor);
        });
    }
}
