/**
 * The embedded OpenID provider: accounts with passwords of their own, one-time links, the sign-in page. A servlet application in a context of
 * its own, started beside the hub by the launcher through {@link hub.signin.EmbeddedProvider}; the hub knows it by OpenID Connect alone. Its
 * collections begin with {@code sign_in_}; they hold password hashes and the signing key, so the database is to be guarded like a safe.
 */
@NullMarked
package hub.signin;

import org.jspecify.annotations.NullMarked;
