/** Pieces of pages that another service makes, where the services are processes of their own. */
@NullMarked
package hub.platform.elsewhere;

import org.jspecify.annotations.NullMarked;
