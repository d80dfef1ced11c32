package hub.resources.library.lists;

import java.time.Instant;
import java.util.Set;

/**
 * That somebody was sent a list.
 *
 * @param id the list and the account
 * @param by who sent it
 * @param done the slugs of what they have ticked off
 */
record SentList(String id, String list, String account, String by, Instant at, Set<String> done) {
    SentList {
        done = done == null ? Set.of() : Set.copyOf(done);
    }

    static String id(String list, String account) {
        return list + ":" + account;
    }
}
