@NullMarked
package hub.forum.bookmarks.web;

import org.jspecify.annotations.NullMarked;
