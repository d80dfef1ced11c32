/** What every page shares: the viewer as an argument, the layout's model, error pages, forms. */
@NullMarked
package hub.platform.web;

import org.jspecify.annotations.NullMarked;
