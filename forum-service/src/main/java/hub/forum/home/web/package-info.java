@NullMarked
package hub.forum.home.web;

import org.jspecify.annotations.NullMarked;
