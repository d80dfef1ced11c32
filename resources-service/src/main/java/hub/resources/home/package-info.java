/**
 * What staff published lately, for the home page that another service shows. Has no addresses.
 */
@ApplicationModule
@NullMarked
package hub.resources.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
