/**
 * What people say of themselves, and to whom. Owns {@code /profiles} and the collection {@code profiles}, one document for whoever has written something. Each person decides
 * for each part who sees it; a profile tells nothing of groups that its reader is not in, and somebody who shows its reader nothing and shares no group with them has none.
 */
@ApplicationModule
@NullMarked
package hub.forum.profiles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
