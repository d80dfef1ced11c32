package hub.platform.queue;

import java.time.Instant;

/**
 * Work that failed too often. It keeps nobody waiting, and is not lost.
 *
 * @param id of the item
 * @param failure the kind of fault and where it was; not its message, which may hold words of a person
 */
public record SetAside(String id, QueuedItem item, Instant at, String failure) {}
