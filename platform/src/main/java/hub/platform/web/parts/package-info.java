/** What the templates in {@code templates/parts} show. */
@NullMarked
package hub.platform.web.parts;

import org.jspecify.annotations.NullMarked;
