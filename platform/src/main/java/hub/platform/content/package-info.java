/** The folder {@code content/}: what people write for the hub without Java. */
@NullMarked
package hub.platform.content;

import org.jspecify.annotations.NullMarked;
