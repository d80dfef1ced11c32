package hub.platform.mongo;

import com.mongodb.MongoClientSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import java.util.List;
import org.springframework.boot.mongodb.autoconfigure.ReactiveMongoClientFactory;

/** How this process reaches MongoDB, for each of its clients the same. */
record Dial(MongoClientSettings settings) {

    MongoClient client() {
        return new ReactiveMongoClientFactory(List.of()).createMongoClient(settings);
    }

    MongoClient clientForReads() {
        return new ReactiveMongoClientFactory(
                        List.of(builder -> builder.commandListenerList(settings.getCommandListeners().stream()
                                .filter(SeesReads.class::isInstance)
                                .toList())))
                .createMongoClient(settings);
    }
}
