package hub.forum.mentoring;

import hub.forum.mentoring.mentors.Topic;
import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One carer has, or asks for, another as her mentor. It holds dates and states alone; words are in {@link MentorshipWords}.
 *
 * @param mentee the account; likewise mentor, null while nobody is proposed
 * @param household the mentee's, for her supervising social worker
 * @param askedBy the mentee, or her social worker for her
 * @param wish what she asked for
 * @param openFor the mentee while it is not over, so that she has one at a time; null afterwards
 * @param before who was proposed before, and what came of it
 * @param askedAt when it was asked for; since: when it came into its state
 * @param startedAt when both had said yes; null before
 * @param contacts the earliest first, at most {@link #MOST_CONTACTS}
 * @param group the group of the two; null before it began
 * @param version from 1, one more with each change
 */
public record Mentorship(
        String id,
        String mentee,
        String household,
        String askedBy,
        Wish wish,
        @Nullable String openFor,
        State state,
        @Nullable Proposal proposal,
        List<Before> before,
        Instant askedAt,
        Instant since,
        @Nullable Instant startedAt,
        @Nullable Ending ending,
        List<Contact> contacts,
        @Nullable LocalDate nextContact,
        @Nullable String group,
        int version) {
    public static final int MOST_CONTACTS = 400;

    public Mentorship {
        before = List.copyOf(before);
        contacts = List.copyOf(contacts);
    }

    /** How far it is. */
    public enum State implements Slug {
        REQUESTED,
        PROPOSED,
        ACTIVE,
        ENDED
    }

    /** How it ended. Nobody is asked to explain, and who ended it is not kept. */
    public enum Ending implements Slug {
        COMPLETED,
        NOT_RIGHT,
        WITHDRAWN
    }

    /** @param language one that she would like to speak; empty if it does not matter */
    public record Wish(List<Topic> topics, String language) {
        public Wish {
            topics = List.copyOf(topics);
        }
    }

    /** Who is proposed, and who of the two has said yes. Afterwards, who it is. */
    public record Proposal(String mentor, boolean menteeSaidYes, boolean mentorSaidYes) {}

    /** What came of a mentor who was proposed before. Who of the two said no is not kept. */
    public record Before(String mentor, Outcome outcome, Instant at) {}

    /** @see Before */
    public enum Outcome {
        SAID_NO,
        NO_ANSWER,
        NOT_RIGHT
    }

    static Mentorship ask(
            String id, String mentee, String household, String askedBy, Wish wish, List<Before> before, Instant at) {
        return new Mentorship(
                id,
                mentee,
                household,
                askedBy,
                wish,
                mentee,
                State.REQUESTED,
                null,
                before,
                at,
                at,
                null,
                null,
                List.of(),
                null,
                null,
                1);
    }

    /** @throws Rejected unless it waits for somebody to be proposed, or if it would be herself */
    Mentorship propose(String mentor, Instant at) {
        require(State.REQUESTED);
        if (mentor.equals(mentee)) {
            throw new Rejected(MentoringRefusal.SELF);
        }
        return in(State.PROPOSED, new Proposal(mentor, false, false), before, at);
    }

    /**
     * One of the two says yes; said twice it is said once. With the second yes it begins.
     *
     * @throws Rejected unless it is proposed
     */
    Mentorship accept(String account, Instant at) {
        if (state == State.ACTIVE) {
            return this;
        }
        require(State.PROPOSED);
        Proposal asked = proposed();
        Proposal now = new Proposal(
                asked.mentor(),
                asked.menteeSaidYes() || account.equals(mentee),
                asked.mentorSaidYes() || account.equals(asked.mentor()));
        if (now.equals(asked)) {
            return this;
        }
        if (!now.menteeSaidYes() || !now.mentorSaidYes()) {
            return in(State.PROPOSED, now, before, since);
        }
        Mentorship begun = in(State.ACTIVE, now, before, at);
        return new Mentorship(
                id,
                mentee,
                household,
                askedBy,
                wish,
                openFor,
                State.ACTIVE,
                now,
                before,
                askedAt,
                at,
                at,
                null,
                contacts,
                null,
                id,
                begun.version());
    }

    /** One of the two says no, or nobody answered: it waits for another. @throws Rejected unless it is proposed */
    Mentorship passOver(Outcome outcome, Instant at) {
        require(State.PROPOSED);
        List<Before> all = new ArrayList<>(before);
        all.add(new Before(proposed().mentor(), outcome, at));
        return in(State.REQUESTED, null, all, at);
    }

    /**
     * It is over.
     *
     * @throws Rejected if it is over already, or has not begun and would be completed
     */
    Mentorship end(Ending how, Instant at) {
        if (state == State.ENDED) {
            throw new Rejected(MentoringRefusal.OVER);
        }
        if (state != State.ACTIVE && how != Ending.WITHDRAWN) {
            throw new Rejected(MentoringRefusal.NOT_NOW);
        }
        return new Mentorship(
                id,
                mentee,
                household,
                askedBy,
                wish,
                null,
                State.ENDED,
                state == State.ACTIVE ? proposal : null,
                before,
                askedAt,
                at,
                startedAt,
                how,
                contacts,
                null,
                group,
                version + 1);
    }

    /** @throws Rejected unless it is active, or there are too many */
    Mentorship log(Contact contact) {
        require(State.ACTIVE);
        if (contacts.size() >= MOST_CONTACTS) {
            throw new Rejected(MentoringRefusal.CONTACTS_FULL);
        }
        List<Contact> all = new ArrayList<>(contacts);
        all.add(contact);
        all.sort(java.util.Comparator.comparing(Contact::day));
        return active(all, nextContact);
    }

    /** @throws Rejected unless it is active */
    Mentorship meetNext(@Nullable LocalDate day) {
        require(State.ACTIVE);
        return active(contacts, day);
    }

    /** The mentee lives in another household now. */
    Mentorship livesIn(String home) {
        return new Mentorship(
                id,
                mentee,
                home,
                askedBy,
                wish,
                openFor,
                state,
                proposal,
                before,
                askedAt,
                since,
                startedAt,
                ending,
                contacts,
                nextContact,
                group,
                version + 1);
    }

    private Mentorship active(List<Contact> all, @Nullable LocalDate next) {
        return new Mentorship(
                id,
                mentee,
                household,
                askedBy,
                wish,
                openFor,
                state,
                proposal,
                before,
                askedAt,
                since,
                startedAt,
                ending,
                all,
                next,
                group,
                version + 1);
    }

    private Mentorship in(State next, @Nullable Proposal who, List<Before> all, Instant at) {
        return new Mentorship(
                id,
                mentee,
                household,
                askedBy,
                wish,
                openFor,
                next,
                who,
                all,
                askedAt,
                at,
                startedAt,
                ending,
                contacts,
                nextContact,
                group,
                version + 1);
    }

    private void require(State wanted) {
        if (state == State.ENDED) {
            throw new Rejected(MentoringRefusal.OVER);
        }
        if (state != wanted) {
            throw new Rejected(MentoringRefusal.NOT_NOW);
        }
    }

    private Proposal proposed() {
        return java.util.Objects.requireNonNull(proposal);
    }

    /** The account; null while nobody is proposed. */
    public @Nullable String mentor() {
        return proposal == null ? null : proposal.mentor();
    }

    /** Whether the account is one of the two. */
    public boolean isOf(@Nullable String account) {
        return account != null && (account.equals(mentee) || account.equals(mentor()));
    }

    /** Whether one of the two has yet to answer. */
    public boolean waitsFor(@Nullable String account) {
        Proposal asked = proposal;
        return state == State.PROPOSED
                && asked != null
                && ((mentee.equals(account) && !asked.menteeSaidYes())
                        || (asked.mentor().equals(account) && !asked.mentorSaidYes()));
    }

    public boolean active() {
        return state == State.ACTIVE;
    }

    public String path() {
        return "/mentoring/" + id;
    }
}
