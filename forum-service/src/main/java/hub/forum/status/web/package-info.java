@NullMarked
package hub.forum.status.web;

import org.jspecify.annotations.NullMarked;
