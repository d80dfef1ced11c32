/**
 * The administrator's desk for people: approval, roles, invitations, closing. Owns {@code /accounts}; the accounts themselves are the platform's, as both
 * services ask who somebody is.
 */
@ApplicationModule
@NullMarked
package hub.forum.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
