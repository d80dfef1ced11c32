/** The pages of reading lists, below {@code /library/lists} for whoever was sent one, and {@code /library/staff/lists}. */
@NullMarked
package hub.resources.library.lists.web;

import org.jspecify.annotations.NullMarked;
