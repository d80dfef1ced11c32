/**
 * Mentorship: one carer for another. Asked for, proposed, accepted by both, then a group of two until it ends. The two and the mentee's supervising social worker see it; the
 * coordinator sees dates and states and never a word. Owns {@code /mentoring} and the collections {@code mentorships}, {@code mentorship_words}, {@code mentors} and
 * {@code new_mentors}.
 */
@ApplicationModule
@NullMarked
package hub.forum.mentoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
