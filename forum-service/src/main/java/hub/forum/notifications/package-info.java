/**
 * What a person is told: that somebody answered them, that a request was decided, that a notice is to be read. A feature declares a
 * {@link hub.forum.notifications.NotificationKind} and tells it by {@link hub.forum.notifications.Notifications}; what is said about it is written when it is
 * shown, with the rights of that moment. Owns {@code /notifications}, the collections {@code notifications} and {@code notification_choices}.
 */
@ApplicationModule
@NullMarked
package hub.forum.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
