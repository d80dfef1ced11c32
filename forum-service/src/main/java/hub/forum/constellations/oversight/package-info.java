/** What a liaison worker looks after: all their constellations on one page, and the yearly table for the programme's report. */
@NullMarked
package hub.forum.constellations.oversight;

import org.jspecify.annotations.NullMarked;
