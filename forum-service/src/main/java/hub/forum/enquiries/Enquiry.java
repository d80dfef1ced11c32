package hub.forum.enquiries;

import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody thinks of fostering and asks.
 *
 * @param reference 8 letters and digits, which they can give on the phone; null when it was erased
 * @param person who asks; null when it was erased
 * @param raisedAt when it was raised because nobody had answered; null if it was not
 * @param visit when the first visit is or was; null if none was booked
 * @param passedAt when it was passed to the regional recruitment hub; null if it was not
 * @param endedAt null while it goes on
 * @param talk which ambassador talks to them
 * @param history each state with its time, the earliest first
 * @param version from 1, one more with each change
 */
public record Enquiry(
        String id,
        @Nullable String reference,
        @Nullable Person person,
        Asked asked,
        State state,
        @Nullable Instant raisedAt,
        @Nullable Visit visit,
        @Nullable Instant passedAt,
        @Nullable Instant endedAt,
        List<Dated> history,
        Talk talk,
        int version) {
    private static final Asked NOTHING_OF =
            new Asked(Asked.Interest.NOT_SURE, "", Asked.Wanted.MESSAGE, Asked.Source.NOT_SAID, Asked.Wishes.NONE);

    public Enquiry {
        history = List.copyOf(history);
        // What was stored before there were ambassadors has none.
        talk = talk == null ? Talk.NONE : talk;
    }

    /** How far it is. */
    public enum State implements Slug {
        RECEIVED,
        ACKNOWLEDGED,
        /** An ambassador is proposed, and has yet to say yes or no. */
        PROPOSED,
        /** She has said yes. */
        MATCHED,
        CONTACTED,
        VISIT_BOOKED,
        VISITED,
        REGISTERED,
        NOT_PROCEEDING,
        WITHDRAWN;

        private static final Set<State> OPEN =
                EnumSet.of(RECEIVED, ACKNOWLEDGED, PROPOSED, MATCHED, CONTACTED, VISIT_BOOKED, VISITED);

        public boolean open() {
            return OPEN.contains(this);
        }

        /** Whether somebody says that it is in this state now; into the others it comes by what is done. */
        public boolean movedInto() {
            return this != PROPOSED && this != MATCHED && this != VISIT_BOOKED;
        }

        /** Whether it may come into this state from that one. */
        public boolean mayFollow(State before) {
            return from().contains(before);
        }

        /** The states from which it may come into this one. */
        private Set<State> from() {
            return switch (this) {
                case RECEIVED -> Set.of();
                case ACKNOWLEDGED -> Set.of(RECEIVED);
                case PROPOSED -> Set.of(ACKNOWLEDGED, CONTACTED);
                case MATCHED -> Set.of(PROPOSED);
                case CONTACTED -> Set.of(RECEIVED, ACKNOWLEDGED, MATCHED);
                case VISIT_BOOKED -> Set.of(ACKNOWLEDGED, MATCHED, CONTACTED, VISIT_BOOKED);
                case VISITED -> Set.of(VISIT_BOOKED);
                case REGISTERED -> Set.of(CONTACTED, VISITED);
                case NOT_PROCEEDING, WITHDRAWN -> OPEN;
            };
        }
    }

    /**
     * Who asks.
     *
     * @param phone as typed; email as in {@link hub.platform.identity.EmailAddress}; one of the two may be empty
     */
    public record Person(String name, String phone, String email) {}

    /**
     * @param where in a line
     * @param attends whether the ambassador comes along
     */
    public record Visit(Instant at, String where, Attends attends) {
        public Visit {
            // What was stored before there were ambassadors has none.
            attends = attends == null ? Attends.NO : attends;
        }
    }

    /** Whether an ambassador comes along to the first visit. */
    public enum Attends implements Slug {
        NO,
        /** She has yet to say whether she can. */
        ASKED,
        COMES,
        CANNOT;
    }

    /** @see Enquiry#history */
    public record Dated(State state, Instant at) {}

    static Enquiry receive(String id, String reference, Person person, Asked asked, Instant at) {
        return new Enquiry(
                id,
                reference,
                person,
                asked,
                State.RECEIVED,
                null,
                null,
                null,
                null,
                List.of(new Dated(State.RECEIVED, at)),
                Talk.NONE,
                1);
    }

    /**
     * Done twice it is done once.
     *
     * @throws Rejected if it cannot come into that state from where it is, or comes into it by something else that is done
     */
    Enquiry to(State next, Instant at) {
        if (state == next) {
            return this;
        }
        if (!next.movedInto() || !next.mayFollow(state)) {
            throw new Rejected(EnquiryRefusal.NOT_NOW);
        }
        return in(next, visit, next.open() ? talk : talk.end(outcome(), at), at);
    }

    private Talk.Outcome outcome() {
        return talk.accepted() ? Talk.Outcome.TALKED : Talk.Outcome.TAKEN_BACK;
    }

    /** Booked again, it is at another time. @throws Rejected if it cannot be booked now */
    Enquiry book(Visit first, Instant at) {
        if (!State.VISIT_BOOKED.mayFollow(state)) {
            throw new Rejected(EnquiryRefusal.NOT_NOW);
        }
        Attends attends = talk.accepted() ? saidOf(first) : Attends.NO;
        return in(State.VISIT_BOOKED, attended(first, attends), talk, at);
    }

    /** Whoever has said whether she comes to a visit at that moment is not asked again. */
    private Attends saidOf(Visit again) {
        Visit before = visit;
        return before != null && before.at().equals(again.at()) ? before.attends() : again.attends();
    }

    /** The ambassador says whether she comes along. @throws Rejected unless she was asked to a visit that is still to come */
    Enquiry attend(boolean comes, Instant at) {
        Visit first = visit;
        if (first == null
                || state != State.VISIT_BOOKED
                || first.attends() == Attends.NO
                || !first.at().isAfter(at)) {
            throw new Rejected(EnquiryRefusal.NOT_NOW);
        }
        return with(state, attended(first, comes ? Attends.COMES : Attends.CANNOT), history, talk, endedAt);
    }

    private static Visit attended(Visit first, Attends attends) {
        return new Visit(first.at(), first.where(), attends);
    }

    /** @throws Rejected unless somebody has answered, and nobody is proposed or talks to them */
    Enquiry propose(String ambassador, Instant at) {
        if (!State.PROPOSED.mayFollow(state) || talk.ambassador() != null) {
            throw new Rejected(EnquiryRefusal.NOT_NOW);
        }
        return in(State.PROPOSED, visit, talk.ask(ambassador, at), at);
    }

    /** Said twice it is said once. @throws Rejected unless she is proposed */
    Enquiry accept(Instant at) {
        if (talk.accepted()) {
            return this;
        }
        if (state != State.PROPOSED) {
            throw new Rejected(EnquiryRefusal.NOT_NOW);
        }
        return in(State.MATCHED, visit, talk.accept(at), at);
    }

    /** Whoever is proposed says no, does not answer, or is not asked any more: it is again where it was before. @throws Rejected unless somebody is */
    Enquiry passOver(Talk.Outcome outcome, Instant at) {
        if (state != State.PROPOSED) {
            throw new Rejected(EnquiryRefusal.NOT_NOW);
        }
        return in(beforeTalk(), visit, talk.end(outcome, at), at);
    }

    /** Whoever had accepted does not go on. @throws Rejected unless somebody had */
    Enquiry handBack(Talk.Outcome outcome, Instant at) {
        if (!talk.accepted()) {
            throw new Rejected(EnquiryRefusal.NOT_NOW);
        }
        Talk without = talk.end(outcome, at);
        Visit first = visit == null ? null : attended(visit, Attends.NO);
        return state == State.MATCHED
                ? in(beforeTalk(), first, without, at)
                : with(state, first, history, without, endedAt);
    }

    /** The state that it was in when an ambassador was proposed. */
    private State beforeTalk() {
        return history.reversed().stream()
                .map(Dated::state)
                .filter(one -> one != State.PROPOSED && one != State.MATCHED)
                .findFirst()
                .orElse(State.ACKNOWLEDGED);
    }

    /** The ambassador was in touch; the first time it is "contacted" from then on. @throws Rejected unless she has accepted, or there are too many */
    Enquiry log(Talk.Contact contact, Instant at) {
        if (!talk.accepted()) {
            throw new Rejected(EnquiryRefusal.NOT_NOW);
        }
        Talk logged = talk.log(contact);
        if (logged.equals(talk)) {
            return this;
        }
        return state == State.MATCHED
                ? in(State.CONTACTED, visit, logged, at)
                : with(state, visit, history, logged, endedAt);
    }

    /** Passed on once. @throws Rejected if it is over */
    Enquiry pass(Instant at) {
        if (!state.open() && state != State.REGISTERED) {
            throw new Rejected(EnquiryRefusal.NOT_NOW);
        }
        return passedAt != null
                ? this
                : new Enquiry(
                        id, reference, person, asked, state, raisedAt, visit, at, endedAt, history, talk, version + 1);
    }

    /** Only what nobody has answered waits. */
    Enquiry raise(Instant at) {
        return state == State.RECEIVED && raisedAt == null
                ? new Enquiry(
                        id, reference, person, asked, state, at, visit, passedAt, endedAt, history, talk, version + 1)
                : this;
    }

    /** What stays for the figures: dates and states, and how they heard of it. Nothing that says who it was. */
    Enquiry erased() {
        return new Enquiry(
                id,
                null,
                null,
                new Asked(NOTHING_OF.interest(), "", NOTHING_OF.wanted(), asked.source(), NOTHING_OF.wishes()),
                state,
                raisedAt,
                visit == null ? null : new Visit(visit.at(), "", visit.attends()),
                passedAt,
                endedAt,
                history,
                talk.erased(),
                version + 1);
    }

    private Enquiry in(State next, @Nullable Visit first, Talk now, Instant at) {
        List<Dated> all = new ArrayList<>(history);
        all.add(new Dated(next, at));
        return with(next, first, all, now, next.open() ? null : at);
    }

    private Enquiry with(State next, @Nullable Visit first, List<Dated> all, Talk now, @Nullable Instant ended) {
        return new Enquiry(id, reference, person, asked, next, raisedAt, first, passedAt, ended, all, now, version + 1);
    }

    public Instant receivedAt() {
        return history.getFirst().at();
    }

    /** When it came into its state. */
    public Instant since() {
        return history.getLast().at();
    }

    /** The states that it may be put into by a word of the desk. */
    public List<State> moves() {
        return Arrays.stream(State.values())
                .filter(next -> next.movedInto() && next.mayFollow(state))
                .toList();
    }

    /** What whoever asked is told of it: not that a carer was asked, and may have said no. */
    public List<Dated> told() {
        List<Dated> told = new ArrayList<>();
        for (Dated one : history) {
            if (one.state() != State.PROPOSED
                    && (told.isEmpty() || told.getLast().state() != one.state())) {
                told.add(one);
            }
        }
        return told;
    }

    /** The state that it was in just before a moment after it came. */
    State stateBefore(Instant moment) {
        return history.reversed().stream()
                .filter(one -> one.at().isBefore(moment))
                .map(Dated::state)
                .findFirst()
                .orElse(State.RECEIVED);
    }

    /** When it first came into a state; null if it never did. */
    @Nullable
    Instant first(State sought) {
        return history.stream()
                .filter(one -> one.state() == sought)
                .map(Dated::at)
                .findFirst()
                .orElse(null);
    }
}
