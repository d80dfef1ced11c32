/** What a MongoDB that does not answer means: how it is noticed, and that its readers get a page within two seconds. */
@NullMarked
package hub.platform.outage;

import org.jspecify.annotations.NullMarked;
