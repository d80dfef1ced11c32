/** {@code hearth:once}: parts of pages that are rendered once for equal values. See docs/adr/0008-rendered-once.md. */
@NullMarked
package hub.platform.web.once;

import org.jspecify.annotations.NullMarked;
