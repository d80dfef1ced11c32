@NullMarked
package hub.platform.about.web;

import org.jspecify.annotations.NullMarked;
