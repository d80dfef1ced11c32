package hub.forum.notifications;

import hub.testkit.MatrixFixture;
import hub.testkit.TestFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** That the author was told of the post in the place. */
@TestFixture
final class NotificationsFixture implements MatrixFixture {
    private final NotificationStore store;

    NotificationsFixture(NotificationStore store) {
        this.store = store;
    }

    @Override
    public Set<String> variables() {
        return Set.of("notification");
    }

    @Override
    public Map<String, String> make(Place place) {
        Notification told = Notification.fresh(
                place.account("Petronella").id(),
                new Notification.Told("threads.reply", place.get("post"), place.get("thread"), place.get("group")),
                Instant.now(),
                null);
        store.insertNew(told).block(Duration.ofSeconds(10));
        return Map.of("notification", told.id());
    }
}
