/** The pages about letters: the post box of each person where there is no mail server, the links that stop letters, the addresses that take none. Owns {@code /mail}. */
@ApplicationModule
@NullMarked
package hub.forum.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
