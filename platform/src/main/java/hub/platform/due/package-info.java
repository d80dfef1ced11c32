/**
 * Work that is due at a moment: a reminder, an expiry, an escalation. A feature declares a {@link hub.platform.due.DueHandler} for each kind, and asks
 * {@link hub.platform.due.DueWork} for it by kind and subject, in the transaction of its cause; it can be moved and cancelled. It is done once, by one
 * process, soon after its moment, also when nobody was there at the time.
 */
@NullMarked
package hub.platform.due;

import org.jspecify.annotations.NullMarked;
