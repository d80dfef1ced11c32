package hub.platform.memory;

import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.springframework.stereotype.Component;

/**
 * Whether the change stream is being answered. MongoDB answers it when there is news, and otherwise every {@link #AT_LEAST_EVERY}; a longer
 * silence means that news may be on its way that this process has not heard.
 */
@Component
class StreamPulse implements CommandListener {
    static final Duration AT_LEAST_EVERY = Duration.ofMillis(300);

    /** The promise to users is that a change counts everywhere within a second. */
    private static final long SILENCE = Duration.ofMillis(900).toNanos();

    private final Set<Integer> opening = ConcurrentHashMap.newKeySet();
    private final Set<Integer> asking = ConcurrentHashMap.newKeySet();
    private volatile long cursor;
    private volatile boolean open;
    private volatile long heardAt;
    private volatile Runnable afterSilence = () -> {};

    /** @param forget what to do before the stream counts as heard again after a silence */
    void afterSilence(Runnable forget) {
        afterSilence = forget;
    }

    boolean isHeard() {
        return open && System.nanoTime() - heardAt < SILENCE;
    }

    void lost() {
        open = false;
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        switch (event.getCommandName()) {
            case "aggregate" -> {
                if (opensStream(event.getCommand())) {
                    opening.add(event.getRequestId());
                }
            }
            case "getMore" -> {
                if (open && event.getCommand().getNumber("getMore").longValue() == cursor) {
                    asking.add(event.getRequestId());
                }
            }
            default -> {}
        }
    }

    private static boolean opensStream(BsonDocument command) {
        BsonArray pipeline = command.getArray("pipeline", new BsonArray());
        return !pipeline.isEmpty() && pipeline.getFirst().asDocument().containsKey("$changeStream");
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        if (opening.remove(event.getRequestId())) {
            cursor = event.getResponse().getDocument("cursor").getNumber("id").longValue();
            heard();
        } else if (asking.remove(event.getRequestId())) {
            heard();
        }
    }

    private void heard() {
        if (!isHeard()) {
            afterSilence.run();
        }
        heardAt = System.nanoTime();
        open = true;
    }

    @Override
    public void commandFailed(CommandFailedEvent event) {
        if (opening.remove(event.getRequestId()) | asking.remove(event.getRequestId())) {
            lost();
        }
    }
}
