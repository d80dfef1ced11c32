@NullMarked
package hub.forum.me.web;

import org.jspecify.annotations.NullMarked;
