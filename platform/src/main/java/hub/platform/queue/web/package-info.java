/** {@code /background}: how the work behind the requests stands, for administrators. */
@NullMarked
package hub.platform.queue.web;

import org.jspecify.annotations.NullMarked;
