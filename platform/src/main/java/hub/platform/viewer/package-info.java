/** Who asks: read once in each request, and given to controllers as an argument. */
@NullMarked
package hub.platform.viewer;

import org.jspecify.annotations.NullMarked;
