/** What stands around each request before any page is asked: its id and line in the log, malformed requests, the bounds of a form, the order of filters. */
@NullMarked
package hub.platform.requests;

import org.jspecify.annotations.NullMarked;
