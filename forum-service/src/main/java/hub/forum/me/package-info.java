/**
 * A person’s own corner: who the hub takes them for, what they look after, the way out, and the download of all that is theirs. Owns {@code /me} and no data; the home page asks it
 * what a person should know of their account.
 */
@ApplicationModule
@NullMarked
package hub.forum.me;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
