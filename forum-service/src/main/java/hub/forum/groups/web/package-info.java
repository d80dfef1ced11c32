@NullMarked
package hub.forum.groups.web;

import org.jspecify.annotations.NullMarked;
