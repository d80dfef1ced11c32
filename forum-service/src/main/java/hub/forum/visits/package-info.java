/**
 * When a person was here first and last: nothing of before is new to them, and Home says when they left. Owns no address and the collection {@code visits}, one document an
 * account. Pages ask {@link hub.forum.visits.Visits}; it knows of nothing but people.
 */
@ApplicationModule
@NullMarked
package hub.forum.visits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
