/**
 * Work that is done behind the requests: items wait in the collection {@code queue}, each in a named queue, written in the transaction of their cause and
 * removed in the transaction of their effect. {@link hub.platform.events} and {@link hub.platform.due} are the ways in; nothing else queues. One
 * process at a time works, by a lease; what fails is tried again after a while and then set aside in {@code set_aside}, where administrators find it.
 */
@NullMarked
package hub.platform.queue;

import org.jspecify.annotations.NullMarked;
