/** Sign-in through OpenID Connect, sessions, headers, the request forgery token. */
@NullMarked
package hub.platform.security;

import org.jspecify.annotations.NullMarked;
