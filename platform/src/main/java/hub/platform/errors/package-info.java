/** What is answered when something goes wrong: a page in plain words and the right status, no word about what lies behind. */
@NullMarked
package hub.platform.errors;

import org.jspecify.annotations.NullMarked;
