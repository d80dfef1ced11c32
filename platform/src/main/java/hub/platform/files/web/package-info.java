/** How a file is given to whoever may have it. The address stands below the feature's own. */
@NullMarked
package hub.platform.files.web;

import org.jspecify.annotations.NullMarked;
