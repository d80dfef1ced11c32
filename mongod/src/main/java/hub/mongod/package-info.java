/**
 * A MongoDB of our own for a machine that has none: {@link hub.mongod.MongodBinary} finds or fetches the program and
 * {@link hub.mongod.ManagedMongod} keeps it as a child process on a data folder. Called by the launcher and by tests; knows nothing of
 * Spring.
 */
@NullMarked
package hub.mongod;

import org.jspecify.annotations.NullMarked;
