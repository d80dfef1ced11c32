/** Get help now, at {@code /help}. */
@NullMarked
package hub.platform.help;

import org.jspecify.annotations.NullMarked;
