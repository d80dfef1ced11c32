/** Guides in an order that somebody sends to a carer, who ticks them off; and what people keep for themselves. */
@NullMarked
package hub.resources.library.lists;

import org.jspecify.annotations.NullMarked;
