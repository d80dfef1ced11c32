@NullMarked
package hub.forum.meetings.web;

import org.jspecify.annotations.NullMarked;
