/**
 * Meetings of groups: when and where, what to expect, who comes. The facilitator or liaison worker of a group arranges them; members answer. Dates and places of a community
 * cluster that is listed are public, who comes never is: {@link hub.forum.meetings.MeetingPolicy}. Owns {@code /meetings} and the collections {@code meetings} and
 * {@code meeting_replies}.
 */
@ApplicationModule
@NullMarked
package hub.forum.meetings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
