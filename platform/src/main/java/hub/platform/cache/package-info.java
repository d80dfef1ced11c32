/**
 * What a process keeps of MongoDB's documents (Caffeine), and how it hears that it must forget. A feature's Store says what to keep and which change
 * concerns it. Own writes are told by {@link hub.platform.mongo.Documents}, before the caller hears of their success; those of other processes
 * come by a change stream. While the stream is silent nothing is served from memory. See docs/adr/0006-memory.md.
 */
@NullMarked
package hub.platform.cache;

import org.jspecify.annotations.NullMarked;
