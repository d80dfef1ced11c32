package hub.forum.mentoring;

import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Transactions;
import hub.platform.refusals.Rejected;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What mentor and mentee note while it lasts: goals in the mentee's words, when they were in touch, when they will be next. */
@Service
public class Journal {
    private final MentorshipStore store;
    private final Mentorships mentorships;
    private final Transactions transactions;
    private final Clock clock;

    Journal(MentorshipStore store, Mentorships mentorships, Transactions transactions, Clock clock) {
        this.store = store;
        this.mentorships = mentorships;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param goal its id, of the form; sent twice it is there once
     * @throws NotAllowed (as a signal) unless it is the viewer's own as a mentee, and active
     * @throws Rejected (as a signal) if there are too many
     */
    public Mono<Mentorship> addGoal(String id, String goal, String text, Viewer by) {
        return words(
                id,
                by,
                words -> words.add(
                        new MentorshipWords.Goal(goal, text, MentorshipWords.Progress.NOT_YET, clock.instant())));
    }

    /** @throws NotAllowed (as a signal) unless it is the viewer's own as a mentee, and active */
    public Mono<Mentorship> mark(String id, String goal, MentorshipWords.Progress progress, Viewer by) {
        return words(id, by, words -> words.mark(goal, progress, clock.instant()));
    }

    private Mono<Mentorship> words(String id, Viewer by, Function<MentorshipWords, MentorshipWords> how) {
        return active(id, by)
                .filter(own -> own.mentee().equals(by.account()))
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .delayUntil(
                        own -> transactions.run(store.wordsById(id).flatMap(before -> store.put(how.apply(before)))));
    }

    /**
     * @throws NotAllowed (as a signal) unless the viewer is one of the two, and it is active
     * @throws Rejected (as a signal) if the day has not come yet, or there are too many
     */
    public Mono<Mentorship> log(String id, Contact contact, Viewer by) {
        return contact.day().isAfter(today())
                ? Mono.error(new Rejected(MentoringRefusal.IN_THE_FUTURE))
                : change(id, by, own -> own.log(contact));
    }

    /**
     * @param day null for none
     * @throws NotAllowed (as a signal) unless the viewer is one of the two, and it is active
     * @throws Rejected (as a signal) if the day is over
     */
    public Mono<Mentorship> meetNext(String id, @Nullable LocalDate day, Viewer by) {
        return day != null && day.isBefore(today())
                ? Mono.error(new Rejected(MentoringRefusal.IN_THE_PAST))
                : change(id, by, own -> own.meetNext(day));
    }

    private Mono<Mentorship> change(String id, Viewer by, Function<Mentorship, Mentorship> how) {
        return active(id, by)
                .flatMap(own -> transactions.run(store.byId(id)
                        .flatMap(before -> store.replace(how.apply(before), before.version()))
                        .switchIfEmpty(Mono.error(() -> new Rejected(MentoringRefusal.CHANGED_MEANWHILE)))));
    }

    private Mono<Mentorship> active(String id, Viewer by) {
        return mentorships
                .find(id, by)
                .filter(own -> own.isOf(by.account()) && own.active())
                .switchIfEmpty(Mono.error(NotAllowed::new));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Times.LONDON);
    }
}
