/**
 * Campaign pages, such as of Kinship Care Week: what was written for it, the news and guides that its editors gathered, and the meetings of its days. Owns {@code /campaigns};
 * staff editors write them among all that is published.
 */
@ApplicationModule
@NullMarked
package hub.resources.campaigns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
