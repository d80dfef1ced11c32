package hub.testkit;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.Document;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/**
 * Notes each shape of query that goes to MongoDB, and explains them all: none may scan a collection or sort in memory. A test's own look into
 * the database is passed over if it carries the comment {@link #TEST}.
 */
public final class QueryWatch implements CommandListener {
    /** For {@code Query.comment}: not a query of the product's. */
    public static final String TEST = "test";

    private static final Set<String> WATCHED =
            Set.of("find", "aggregate", "count", "distinct", "update", "delete", "findAndModify");
    private static final Set<String> NOT_PART_OF_A_QUERY = Set.of(
            "lsid",
            "$db",
            "txnNumber",
            "startTransaction",
            "autocommit",
            "$clusterTime",
            "$readPreference",
            "readConcern",
            "writeConcern",
            "cursor",
            "ordered",
            "comment");

    private final Map<String, BsonDocument> seen = new ConcurrentHashMap<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (!WATCHED.contains(event.getCommandName()) || event.getDatabaseName().equals("admin")) {
            return;
        }
        BsonDocument command = BsonDocument.parse(event.getCommand().toJson());
        if (!new BsonString(TEST).equals(command.get("comment")) && !opensStream(command)) {
            single(command).forEach(each -> seen.putIfAbsent(shape(each), each));
        }
    }

    /** Of a command with many updates or deletions, one command for each: only such ones can be explained. */
    private static Stream<BsonDocument> single(BsonDocument command) {
        return Stream.of("updates", "deletes")
                .filter(command::containsKey)
                .findFirst()
                .map(list -> command.getArray(list).stream().map(one -> {
                    BsonDocument single = command.clone();
                    single.put(list, new BsonArray(List.of(one)));
                    return single;
                }))
                .orElse(Stream.of(command));
    }

    private static boolean opensStream(BsonDocument command) {
        return command.containsKey("pipeline")
                && command.get("pipeline").isArray()
                && command.getArray("pipeline").stream()
                        .anyMatch(stage -> stage.asDocument().containsKey("$changeStream"));
    }

    void forget() {
        seen.clear();
    }

    void explainAll(ReactiveMongoTemplate mongo) {
        Set<String> slow = new TreeSet<>();
        for (BsonDocument command : List.copyOf(seen.values())) {
            Document plan = mongo.executeCommand(
                            new Document("explain", explainable(command)).append("verbosity", "queryPlanner"))
                    .block(Duration.ofSeconds(20));
            List<String> stages = new ArrayList<>();
            collect(plan, stages);
            if (stages.contains("COLLSCAN") || stages.contains("SORT")) {
                slow.add(stages + " " + explainable(command).toJson());
            }
        }
        seen.clear();
        if (!slow.isEmpty()) {
            throw new AssertionError("Queries that no index serves:\n" + String.join("\n", slow));
        }
    }

    private static BsonDocument explainable(BsonDocument command) {
        BsonDocument explained = new BsonDocument();
        command.forEach((name, value) -> {
            if (!NOT_PART_OF_A_QUERY.contains(name)) {
                explained.put(name, value);
            }
        });
        if (command.containsKey("aggregate")) {
            explained.put("cursor", new BsonDocument());
        }
        return explained;
    }

    /** The command with its values blotted out, so that the same query for another person counts once. */
    private static String shape(BsonDocument command) {
        BsonDocument shape = explainable(command);
        BsonDocument blotted = new BsonDocument();
        shape.forEach(
                (name, value) -> blotted.put(name, value.isString() || name.equals("sort") ? value : blot(value)));
        return blotted.toJson();
    }

    private static BsonValue blot(BsonValue value) {
        if (value.isDocument()) {
            BsonDocument blotted = new BsonDocument();
            value.asDocument().forEach((name, inner) -> blotted.put(name, blot(inner)));
            return blotted;
        }
        if (value.isArray()) {
            BsonArray array = value.asArray();
            return array.isEmpty() || !array.getFirst().isDocument()
                    ? new BsonArray()
                    : new BsonArray(array.stream().map(QueryWatch::blot).toList());
        }
        return new BsonInt32(1);
    }

    private static void collect(Object node, List<String> stages) {
        if (node instanceof Map<?, ?> map) {
            if (map.get("stage") instanceof String stage) {
                stages.add(stage);
            }
            map.forEach((name, inner) -> {
                // Plans that the planner looked at and did not take do not count.
                if (!"rejectedPlans".equals(name)) {
                    collect(inner, stages);
                }
            });
        } else if (node instanceof List<?> list) {
            list.forEach(inner -> collect(inner, stages));
        }
    }
}
