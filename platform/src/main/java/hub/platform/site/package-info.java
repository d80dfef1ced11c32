/** What every page says about the place it belongs to: its name, its council, the numbers to ring. */
@NullMarked
package hub.platform.site;

import org.jspecify.annotations.NullMarked;
