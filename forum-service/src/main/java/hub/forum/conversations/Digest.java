package hub.forum.conversations;

import java.time.Instant;

/**
 * How far somebody's letters have gone: what was said later stands in the next.
 *
 * @param id the account's
 * @param followed for what they follow
 * @param weekly for the groups and boards of which they hear once a week
 */
record Digest(String id, Instant followed, Instant weekly) {

    Digest upTo(Instant now, boolean withFollowed, boolean withWeekly) {
        return new Digest(id, withFollowed ? now : followed, withWeekly ? now : weekly);
    }
}
