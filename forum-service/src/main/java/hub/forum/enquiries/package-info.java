/**
 * People who think of fostering and ask: without an account, one question a page. Seen by recruitment officers alone, followed by whoever sent it through a link, erased some time
 * after it ended. Owns {@code /enquiries} and the collection {@code enquiries}.
 */
@ApplicationModule
@NullMarked
package hub.forum.enquiries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
