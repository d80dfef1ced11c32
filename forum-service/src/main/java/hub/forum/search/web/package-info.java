@NullMarked
package hub.forum.search.web;

import org.jspecify.annotations.NullMarked;
