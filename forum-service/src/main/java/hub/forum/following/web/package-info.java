@NullMarked
package hub.forum.following.web;

import org.jspecify.annotations.NullMarked;
