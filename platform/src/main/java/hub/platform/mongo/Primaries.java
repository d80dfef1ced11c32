package hub.platform.mongo;

import com.mongodb.connection.ClusterType;
import com.mongodb.connection.ServerDescription;
import com.mongodb.event.ClusterDescriptionChangedEvent;
import com.mongodb.event.ClusterListener;
import java.util.Objects;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts how often MongoDB has got a new primary, or the same one anew after a crash. What was written shortly before, without waiting for the
 * majority, may then be lost although its writer was told of success.
 */
@Component
public class Primaries implements ClusterListener {
    private @Nullable ObjectId latest;
    private volatile int changes;

    /** Since the start of this process; the first primary is no change. */
    public int changes() {
        return changes;
    }

    @Override
    public synchronized void clusterDescriptionChanged(ClusterDescriptionChangedEvent event) {
        if (event.getNewDescription().getType() != ClusterType.REPLICA_SET) {
            return;
        }
        event.getNewDescription().getServerDescriptions().stream()
                .filter(ServerDescription::isPrimary)
                .map(ServerDescription::getElectionId)
                .filter(Objects::nonNull)
                .forEach(this::elected);
    }

    /** Ids of elections rise. An old one comes from a client that has not heard of the new yet. */
    private void elected(ObjectId election) {
        if (latest != null && election.compareTo(latest) > 0) {
            changes++;
        }
        if (latest == null || election.compareTo(latest) > 0) {
            latest = election;
        }
    }
}
