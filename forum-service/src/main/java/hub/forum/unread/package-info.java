/**
 * How far each person has read each conversation, on whatever device. Owns no address and the collection {@code read_marks}, one document for
 * each account and conversation with something in it that was new to them. It knows people and ids, and nothing of what was said.
 */
@ApplicationModule
@NullMarked
package hub.forum.unread;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
