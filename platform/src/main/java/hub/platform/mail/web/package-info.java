/** {@code /mail}: the post box, the links that stop letters, the addresses that take none. */
@NullMarked
package hub.platform.mail.web;

import org.jspecify.annotations.NullMarked;
