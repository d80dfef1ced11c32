/**
 * "I have read this": who was asked to read what by when, who said so, and the one gentle reminder. Has no addresses and the collection {@code readings};
 * {@code policies}, {@code publishing} and {@code library} ask it.
 */
@ApplicationModule
@NullMarked
package hub.resources.readings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
