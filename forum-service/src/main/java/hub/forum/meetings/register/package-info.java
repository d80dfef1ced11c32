/** Who came to a meeting, as whoever leads the group writes down afterwards. Seen by those who lead it alone. */
@NullMarked
package hub.forum.meetings.register;

import org.jspecify.annotations.NullMarked;
