/**
 * What the demo shows: each feature provides a {@link hub.platform.demo.DemoContent} beside its own code, with files in {@code content/demo}. Loaded once
 * each, before the hub takes requests, and only where {@code hearth.demo} is on.
 */
@NullMarked
package hub.platform.demo;

import org.jspecify.annotations.NullMarked;
