/**
 * One program for a council: a managed MongoDB unless one is given, the embedded OpenID provider unless another is, and both services in one
 * application. What {@code ./hub start} starts.
 */
@NullMarked
package hub.launcher;

import org.jspecify.annotations.NullMarked;
