/** Who mentors, what she knows and for how many she has room. */
@NullMarked
package hub.forum.mentoring.mentors;

import org.jspecify.annotations.NullMarked;
