/**
 * Social activities of constellations: what the organiser says of one, and which households are invited. An activity is a meeting of the constellation with a few facts more, so that answers, places,
 * registers, reminders and calendars are those of meetings: {@link hub.forum.meetings.Activity}.
 */
@NullMarked
package hub.forum.constellations.activities;

import org.jspecify.annotations.NullMarked;
