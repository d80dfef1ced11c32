/** Lifts to social activities: who offers seats and who would like some. People agree between themselves; nothing is matched by the hub. */
@NullMarked
package hub.forum.meetings.lifts;

import org.jspecify.annotations.NullMarked;
