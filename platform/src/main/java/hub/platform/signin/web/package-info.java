@NullMarked
package hub.platform.signin.web;

import org.jspecify.annotations.NullMarked;
