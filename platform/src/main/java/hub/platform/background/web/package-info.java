@NullMarked
package hub.platform.background.web;

import org.jspecify.annotations.NullMarked;
