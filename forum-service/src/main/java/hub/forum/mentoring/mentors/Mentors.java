package hub.forum.mentoring.mentors;

import hub.forum.groups.Group;
import hub.forum.groups.GroupDetails;
import hub.forum.groups.SchemeGroups;
import hub.platform.audit.AuditLog;
import hub.platform.identity.Accounts;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Transactions;
import hub.platform.mongo.Turns;
import hub.platform.refusals.Rejected;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who mentors. She says what she knows and for how many she has room; the coordinator sees all of it to match, a mentee what she agreed to show. */
@Service
public class Mentors {
    /** The group that all who mentor are in. */
    public static final String GROUP = "mentors";

    private final MentorStore store;
    private final Accounts accounts;
    private final SchemeGroups groups;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Turns turns;
    private final MessageSource messages;
    private final Clock clock;

    Mentors(
            MentorStore store,
            Accounts accounts,
            SchemeGroups groups,
            AuditLog audit,
            Transactions transactions,
            Turns turns,
            MessageSource messages,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.groups = groups;
        this.audit = audit;
        this.transactions = transactions;
        this.turns = turns;
        this.messages = messages;
        this.clock = clock;
    }

    /** Whether the viewer brings mentors and mentees together. */
    public static boolean matches(Viewer viewer) {
        return viewer.is(Role.MENTOR_COORDINATOR);
    }

    /** The viewer's own profile; empty for whoever does not mentor. */
    public Mono<Mentor> own(Viewer viewer) {
        return viewer.approved() ? store.find(viewer.id(), viewer) : Mono.empty();
    }

    /** All, for those who match; nothing for everybody else. At most 1,000. */
    public Flux<Mentor> all(Viewer viewer) {
        return store.from(viewer);
    }

    /**
     * What a mentor agreed to show to a mentee: the rest is left out. Whether the viewer is hers is the caller's to know.
     *
     * @return empty for whoever does not mentor
     */
    public Mono<Mentor.Profile> shownToMentee(String mentor) {
        return store.byId(mentor).map(Mentors::shown);
    }

    private static Mentor.Profile shown(Mentor mentor) {
        Mentor.Profile all = mentor.profile();
        return new Mentor.Profile(
                mentor.shows(Mentor.Attribute.EXPERIENCE) ? all.experience() : "",
                mentor.shows(Mentor.Attribute.TOPICS) ? all.topics() : List.of(),
                mentor.shows(Mentor.Attribute.LANGUAGES) ? all.languages() : "",
                mentor.shows(Mentor.Attribute.AVAILABILITY) ? all.availability() : "");
    }

    /**
     * Makes a carer a mentor. Done twice it is done once.
     *
     * @throws NotAllowed (as a signal) unless a coordinator names an approved carer
     */
    public Mono<Mentor> name(String account, Viewer by) {
        return matches(by)
                ? transactions.run(begin(account, null, by.id())
                        .delayUntil(named -> audit.record("mentoring.name", by.id(), account, null, Map.of())))
                : Mono.error(new NotAllowed());
    }

    /**
     * From now on this carer mentors, and is in the group of all who do; a step of the caller's transaction.
     *
     * @param mentoredBy the mentor that she had herself; null if none
     */
    public Mono<Mentor> begin(String account, @Nullable String mentoredBy, String by) {
        Mono<Mentor> fresh = accounts.viewer(account)
                .filter(Viewer::carer)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(carer -> store.insert(Mentor.begin(account, mentoredBy, clock.instant())))
                .delayUntil(mentor -> groups.begin(GROUP, details(), List.of(account), by));
        return store.byId(account).switchIfEmpty(fresh);
    }

    private GroupDetails details() {
        return GroupDetails.clean(
                say("mentoring.group.mentors"),
                Group.Kind.PEER_SUPPORT_GROUP,
                Group.Privacy.HIDDEN,
                say("mentoring.group.area"),
                say("mentoring.group.mentors.purpose"),
                "",
                say("mentoring.group.mentors.agreement"));
    }

    /** @throws Rejected (as a signal) if there would be fewer places than are held */
    public Mono<Mentor> describe(Mentor.Profile profile, Set<Mentor.Attribute> consents, int capacity, Viewer by) {
        return own(by, mentor -> mentor.describe(profile, consents, capacity, clock.instant()));
    }

    /** From now on nobody, or somebody again, can be proposed to the viewer. */
    public Mono<Mentor> pause(boolean pause, Viewer by) {
        return own(by, mentor -> mentor.pause(pause));
    }

    private Mono<Mentor> own(Viewer by, UnaryOperator<Mentor> how) {
        return Mono.fromSupplier(by::id)
                .flatMap(account -> inTurn(account, change(account, how)))
                .switchIfEmpty(Mono.error(NotAllowed::new));
    }

    /** Holds a place of a mentor; a step of the caller's transaction, {@link #inTurn}. @throws Rejected (as a signal) if she is full or paused */
    public Mono<Mentor> take(String mentor) {
        return change(mentor, Mentor::take);
    }

    /** Gives it back, likewise. */
    public Mono<Void> release(String mentor) {
        return change(mentor, Mentor::release).then();
    }

    /** Runs a transaction that takes or releases a place of this mentor, one after the other. */
    public <T> Mono<T> inTurn(String mentor, Mono<T> steps) {
        return turns.of("mentor:" + mentor, transactions.run(steps));
    }

    private Mono<Mentor> change(String mentor, UnaryOperator<Mentor> how) {
        return store.byId(mentor)
                .flatMap(before -> store.replace(how.apply(before), before.version())
                        .switchIfEmpty(Mono.error(() -> new Rejected(MentorRefusal.CHANGED_MEANWHILE))));
    }

    /** As it stands elsewhere, for the demo. */
    public Mono<Void> addAll(List<Mentor> all) {
        List<String> people = all.stream().map(Mentor::id).toList();
        return store.byId(people.getFirst())
                .map(there -> true)
                .switchIfEmpty(Mono.defer(() -> transactions
                        .run(store.insertAll(all).then(groups.begin(GROUP, details(), people, "demo")))
                        .map(group -> true)))
                .then();
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.UK);
    }
}
