/** Who asks and what they are: accounts, roles, the viewer of a request. The collection {@code accounts} belongs here; both services read it. */
@NullMarked
package hub.platform.identity;

import org.jspecify.annotations.NullMarked;
