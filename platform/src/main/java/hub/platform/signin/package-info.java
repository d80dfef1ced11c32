/** What surrounds the sign-in at {@code /sign-in}: a failed one, and text kept from before. */
@NullMarked
package hub.platform.signin;

import org.jspecify.annotations.NullMarked;
