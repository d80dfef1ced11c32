@NullMarked
package hub.forum.background.web;

import org.jspecify.annotations.NullMarked;
