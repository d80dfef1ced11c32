/** The style sheet, the icons and the mark: files under names that change with their content, compressed at build time. */
@NullMarked
package hub.platform.assets;

import org.jspecify.annotations.NullMarked;
