/**
 * Networks of carers with something in common: single carers, new carers, carers of teenagers. Each says for themselves what fits, which nobody else sees; the groups that staff or a hub carer open for
 * it are suggested to those alone, and joined as any other. Owns {@code /networks}.
 */
@ApplicationModule
@NullMarked
package hub.forum.networks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
