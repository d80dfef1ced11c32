/**
 * What people began to write and have not posted. Owns no address and the collection {@code drafts}, one document for each person and place. Nobody but its writer ever
 * reads one: no list, search, export or moderator. It is gone when it is posted, and erased when nobody touched it for 90 days.
 */
@ApplicationModule
@NullMarked
package hub.forum.drafts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
