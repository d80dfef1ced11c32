@NullMarked
package hub.forum.notifications.web;

import org.jspecify.annotations.NullMarked;
