/**
 * Forms that ask one question a page, for people who are not at home in forms. What was answered is kept between the pages, and for a week by the address of any of them, so that
 * "back" always works and a phone that went dark loses nothing. Owns the collection {@code step_drafts}.
 */
@NullMarked
package hub.platform.forms.steps;

import org.jspecify.annotations.NullMarked;
