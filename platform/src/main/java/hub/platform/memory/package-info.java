/** What is made of cached documents again and again, kept beside them. */
@NullMarked
package hub.platform.memory;

import org.jspecify.annotations.NullMarked;
