package hub.resources.policies.suggestions;

import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import hub.resources.policies.PolicyRefusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a carer suggests about a policy.
 *
 * @param clause anchor of the clause; empty for the whole policy
 * @param about title of the clause when it was suggested; empty for the whole policy
 * @param author shown to those who look after policies alone
 * @param also accounts of others who said "me too"; at most {@link #MOST_ALSO}, never shown
 * @param version the version that it is in; null before
 * @param revision one more with each change
 */
public record Suggestion(
        String id,
        String policy,
        String clause,
        String about,
        String text,
        String author,
        Instant at,
        State state,
        @Nullable Consideration considered,
        @Nullable Decision decision,
        @Nullable Integer version,
        List<String> also,
        long revision) {
    public static final int LONGEST = 2_000;
    public static final int MOST_ALSO = 1_000;

    public Suggestion {
        also = List.copyOf(also);
    }

    /** How far it has come. */
    public enum State implements Slug {
        SUBMITTED,
        ACKNOWLEDGED,
        CONSIDERED,
        DECIDED,
        IN_VERSION
    }

    /** @param by who talked about it, such as "Review group" */
    public record Consideration(String by, LocalDate on) {}

    /** What is done with it. */
    public enum Outcome implements Slug {
        ADOPTED,
        PARTLY,
        NOT_ADOPTED
    }

    /**
     * Published for all.
     *
     * @param said what was suggested, in words that say nothing of whoever did
     * @param reason why, or what is done
     */
    public record Decision(Outcome outcome, String said, String reason, Instant at) {}

    public static Suggestion submit(
            String id, String policy, String clause, String about, String text, String author, Instant at) {
        return new Suggestion(
                id, policy, clause, about, text, author, at, State.SUBMITTED, null, null, null, List.of(), 0);
    }

    /** Done already is done. */
    public Suggestion acknowledge() {
        return state == State.SUBMITTED ? with(State.ACKNOWLEDGED, considered, decision, version) : this;
    }

    /** @throws Rejected unless it is the next step */
    public Suggestion consider(Consideration how) {
        require(State.ACKNOWLEDGED);
        return with(State.CONSIDERED, how, decision, version);
    }

    /** @throws Rejected unless it is the next step */
    public Suggestion decide(Decision what) {
        require(State.CONSIDERED);
        return with(State.DECIDED, considered, what, version);
    }

    /** Whether it waits for a version that it comes into. */
    public boolean waitsForVersion() {
        return state == State.DECIDED && decision != null && decision.outcome() != Outcome.NOT_ADOPTED;
    }

    /** @throws Rejected unless it was adopted, or partly */
    public Suggestion enter(int number) {
        if (!waitsForVersion()) {
            throw new Rejected(PolicyRefusal.NOT_READY);
        }
        return with(State.IN_VERSION, considered, decision, number);
    }

    /** One more says so; the author and whoever said it before say nothing new. @throws Rejected once it is decided */
    public Suggestion agree(String account) {
        if (answered()) {
            throw new Rejected(PolicyRefusal.DECIDED);
        }
        return account.equals(author) || also.contains(account) || also.size() >= MOST_ALSO
                ? this
                : new Suggestion(
                        id,
                        policy,
                        clause,
                        about,
                        text,
                        author,
                        at,
                        state,
                        considered,
                        decision,
                        version,
                        Stream.concat(also.stream(), Stream.of(account)).toList(),
                        revision + 1);
    }

    /** Whether what becomes of it is published. */
    public boolean answered() {
        return state == State.DECIDED || state == State.IN_VERSION;
    }

    public String path() {
        return "/policies/" + policy + "/suggestions/" + id;
    }

    private void require(State expected) {
        if (state != expected) {
            throw new Rejected(state.compareTo(expected) > 0 ? PolicyRefusal.STEP_TAKEN : PolicyRefusal.NOT_READY);
        }
    }

    private Suggestion with(
            State next, @Nullable Consideration how, @Nullable Decision what, @Nullable Integer number) {
        return new Suggestion(id, policy, clause, about, text, author, at, next, how, what, number, also, revision + 1);
    }
}
