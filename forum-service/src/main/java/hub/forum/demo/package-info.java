/**
 * The demo community of {@code content/demo}: people, groups and conversations with times relative to the first start. Loaded once, before the
 * hub takes requests, and only where {@code hearth.demo} is on; has no addresses.
 */
@ApplicationModule
@NullMarked
package hub.forum.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
