@NullMarked
package hub.platform.help.web;

import org.jspecify.annotations.NullMarked;
