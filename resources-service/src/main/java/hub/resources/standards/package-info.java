/**
 * The training, support and development (TSD) standards by number and name. They are settings, because they are being rewritten. Has no
 * addresses.
 */
@ApplicationModule
@NullMarked
package hub.resources.standards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
