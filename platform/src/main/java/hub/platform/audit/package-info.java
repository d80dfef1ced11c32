/**
 * Who did what to whom and why, for good. Features of both services write to it in the transaction of the act; only the page {@code /audit} reads it. The
 * collection {@code audit_log} is only ever added to: there is no method that changes or deletes.
 */
@NullMarked
package hub.platform.audit;

import org.jspecify.annotations.NullMarked;
