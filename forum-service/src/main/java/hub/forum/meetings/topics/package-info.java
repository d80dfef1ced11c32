/** What members of a group would like to talk about, anonymous if they wish. Whoever leads the group makes a meeting or a conversation of it. */
@NullMarked
package hub.forum.meetings.topics;

import org.jspecify.annotations.NullMarked;
