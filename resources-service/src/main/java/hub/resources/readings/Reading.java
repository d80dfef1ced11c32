package hub.resources.readings;

import java.time.Instant;

/**
 * That somebody says they have read something.
 *
 * @param id what was read, and the account
 * @param of what was read: {@link ToRead#key()}
 */
record Reading(String id, String of, String account, Instant at) {
    static Reading of(ToRead what, String account, Instant at) {
        return new Reading(id(what, account), what.key(), account, at);
    }

    static String id(ToRead what, String account) {
        return what.key() + ":" + account;
    }
}
