/**
 * Who did what to whom and why, for good. Owns {@code /audit} and the collection {@code audit_log}, to which is only ever added: there is no
 * method that changes or deletes.
 */
@ApplicationModule
@NullMarked
package hub.forum.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
