/** Everybody's own calendar: the page about it at {@code /calendar}, and the calendar itself. */
@NullMarked
package hub.platform.calendar.web;

import org.jspecify.annotations.NullMarked;
