/** The page on which people search, {@code /search}: what {@link hub.platform.search.Search} finds for them here, and in resources-service. */
@ApplicationModule
@NullMarked
package hub.forum.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
