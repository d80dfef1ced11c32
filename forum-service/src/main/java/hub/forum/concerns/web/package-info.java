@NullMarked
package hub.forum.concerns.web;

import org.jspecify.annotations.NullMarked;
