/**
 * Carers who talk to people that think of fostering. A recruitment officer asks one; she says of herself what she likes, and agrees to each thing that is published. What she does
 * with the press is in {@code media}. Owns {@code /ambassadors} and the collections {@code ambassadors} and {@code media_activities}; knows nothing of enquiries, which stand on it.
 */
@ApplicationModule
@NullMarked
package hub.forum.ambassadors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
