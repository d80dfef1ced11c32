package hub.forum.constellations.links;

import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That a carer seeks a cultural link. When it is withdrawn it is removed.
 *
 * @param words what it is about, to {@value #MOST_WORDS} characters; empty once it is closed
 * @param openFor the account, until it is closed: a carer seeks one at a time
 * @param proposal null while nobody is proposed
 * @param since when it came into its state
 * @param helped null until it is closed
 * @param version from 1, one more with each change
 */
public record LinkRequest(
        String id,
        String group,
        String household,
        String account,
        Set<Matter> matters,
        String words,
        @Nullable String openFor,
        State state,
        @Nullable Proposal proposal,
        Instant askedAt,
        Instant since,
        @Nullable Helped helped,
        int version) {
    public static final int MOST_WORDS = 400;

    public LinkRequest {
        matters = Set.copyOf(matters);
    }

    /** How far it is. */
    public enum State implements Slug {
        WAITING,
        PROPOSED,
        INTRODUCED,
        CLOSED
    }

    /** What somebody says at the end. */
    public enum Helped implements Slug {
        YES,
        PARTLY,
        NO
    }

    /**
     * Somebody who could help.
     *
     * @param key another one for each proposal: a yes to one is none to the next. Also the id of the group in which the two talk, so that nobody reads what was written with somebody else
     * @param offer the id of their offer
     * @param account theirs
     * @param group their constellation
     */
    public record Proposal(
            String key, String offer, String account, String group, boolean askerSaidYes, boolean otherSaidYes) {
        static Proposal of(String key, LinkOffer offer) {
            return new Proposal(key, offer.id(), offer.account(), offer.group(), false, false);
        }

        Proposal accept(boolean asker) {
            return new Proposal(key, offer, account, group, askerSaidYes || asker, otherSaidYes || !asker);
        }

        boolean agreed() {
            return askerSaidYes && otherSaidYes;
        }
    }

    static LinkRequest ask(
            String id, String group, String household, String account, Set<Matter> matters, String words, Instant at) {
        return new LinkRequest(
                id, group, household, account, matters, words, account, State.WAITING, null, at, at, null, 1);
    }

    /** @throws Rejected unless it waits, or if it would be oneself */
    LinkRequest propose(Proposal to, Instant at) {
        require(State.WAITING);
        if (to.account().equals(account)) {
            throw new Rejected(LinkRefusal.SELF);
        }
        return in(State.PROPOSED, to, at);
    }

    /**
     * One of the two says yes; said twice it is said once. With the second yes they are introduced.
     *
     * @param key of the proposal that the page showed
     * @throws Rejected if it is not that proposal any more
     */
    LinkRequest accept(String key, String by, Instant at) {
        Proposal now = proposal;
        if (state == State.INTRODUCED && now != null && now.key().equals(key)) {
            return this;
        }
        Proposal after = shown(key).accept(by.equals(account));
        return after.agreed() ? in(State.INTRODUCED, after, at) : in(State.PROPOSED, after, since);
    }

    /** @throws Rejected if it is not that proposal any more */
    LinkRequest decline(String key, Instant at) {
        shown(key);
        return passOver(at);
    }

    private Proposal shown(String key) {
        require(State.PROPOSED);
        Proposal now = proposal;
        if (now == null || !now.key().equals(key)) {
            throw new Rejected(LinkRefusal.CHANGED_MEANWHILE);
        }
        return now;
    }

    /** It waits for somebody else. Who it was is not kept. */
    LinkRequest passOver(Instant at) {
        return state == State.CLOSED ? this : in(State.WAITING, null, at);
    }

    /** It is over, and nothing stays of what was sought but that it was. @throws Rejected unless the two were introduced */
    LinkRequest close(Helped answer, Instant at) {
        require(State.INTRODUCED);
        return new LinkRequest(
                id,
                group,
                household,
                account,
                Set.of(),
                "",
                null,
                State.CLOSED,
                null,
                askedAt,
                at,
                answer,
                version + 1);
    }

    private void require(State wanted) {
        if (state != wanted) {
            throw new Rejected(state == State.CLOSED ? LinkRefusal.OVER : LinkRefusal.NOT_NOW);
        }
    }

    private LinkRequest in(State next, @Nullable Proposal who, Instant at) {
        return new LinkRequest(
                id, group, household, account, matters, words, openFor, next, who, askedAt, at, helped, version + 1);
    }

    /** In another constellation, with the household. */
    LinkRequest movedTo(String next) {
        return new LinkRequest(
                id,
                next,
                household,
                account,
                matters,
                words,
                openFor,
                state,
                proposal,
                askedAt,
                since,
                helped,
                version + 1);
    }

    /** The account that is proposed or introduced; null for nobody. */
    public @Nullable String other() {
        Proposal now = proposal;
        return now == null ? null : now.account();
    }

    /** The id of the group in which the two talk; null unless they are introduced. */
    public @Nullable String conversation() {
        Proposal now = proposal;
        return state == State.INTRODUCED && now != null ? now.key() : null;
    }

    public boolean asks(@Nullable String viewer) {
        return account.equals(viewer);
    }

    public boolean isOf(@Nullable String viewer) {
        return viewer != null && (account.equals(viewer) || viewer.equals(other()));
    }

    /** Whether one of the two has yet to answer. */
    public boolean waitsFor(@Nullable String viewer) {
        Proposal now = proposal;
        return state == State.PROPOSED
                && now != null
                && ((account.equals(viewer) && !now.askerSaidYes())
                        || (now.account().equals(viewer) && !now.otherSaidYes()));
    }

    /** Where the viewer finds it: each below their own constellation. */
    public String path(@Nullable String viewer) {
        Proposal now = proposal;
        String below = now != null && now.account().equals(viewer) ? now.group() : group;
        return "/constellations/" + below + "/links/" + id;
    }
}
