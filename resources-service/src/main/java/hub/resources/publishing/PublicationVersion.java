package hub.resources.publishing;

import java.time.Instant;

/**
 * What a publication said in one of its versions. Kept for as long as the publication.
 *
 * @param id the publication's and the number
 * @param number the publication's version from which on it said so
 * @param state whether it was a draft then, published, or, {@code IN_REVIEW}, a correction that was proposed
 * @param what what changed, in a sentence for readers; empty if nothing was said
 */
public record PublicationVersion(
        String id,
        String publication,
        long number,
        State state,
        Manuscript manuscript,
        String what,
        String by,
        Instant at) {

    static PublicationVersion of(Publication now) {
        Publication.Proposal proposal = now.proposal();
        Publication.Correction correction = now.correction();
        return new PublicationVersion(
                id(now.id(), now.version()),
                now.id(),
                now.version(),
                proposal == null ? now.state() : State.IN_REVIEW,
                now.toWorkOn(),
                proposal != null ? proposal.what() : correction == null ? "" : correction.what(),
                now.changed().by(),
                now.changed().at());
    }

    static String id(String publication, long number) {
        return publication + "-" + number;
    }
}
