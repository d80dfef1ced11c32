@NullMarked
package hub.platform.styleguide.web;

import org.jspecify.annotations.NullMarked;
