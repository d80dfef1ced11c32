/**
 * What happened, told to those whom it concerns without their being known to whom it happened. An {@link hub.platform.events.Event} is a record,
 * published in the transaction of its cause; an {@link hub.platform.events.EventConsumer} is a bean, takes it a moment later, in whichever service it
 * lives, once, in order of its subject. Killed anywhere in between, nothing is lost and nothing is written twice.
 *
 * <p>Order holds when an event is published after a write to its subject's document: two transactions that change one document come one after
 * the other.
 */
@NullMarked
package hub.platform.events;

import org.jspecify.annotations.NullMarked;
