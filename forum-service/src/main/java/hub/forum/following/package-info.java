/**
 * What each person follows and what they would rather not hear of: single conversations, and how much of a group or board. Owns {@code /following} and the collection
 * {@code follows}, one document for each account. It knows people and ids, and nothing of what was said; nothing is written for those who follow when somebody posts:
 * what is new to them is found when they look, with the rights of that moment.
 */
@ApplicationModule
@NullMarked
package hub.forum.following;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
