/** The form of social activities. */
@NullMarked
package hub.forum.constellations.activities.web;

import org.jspecify.annotations.NullMarked;
