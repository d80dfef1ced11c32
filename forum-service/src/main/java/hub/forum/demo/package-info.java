/**
 * The demo community of {@code content/demo}: people, groups and conversations with times relative to the first start. Has no
 * addresses.
 */
@ApplicationModule
@NullMarked
package hub.forum.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
