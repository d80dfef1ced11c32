package hub.platform.memory;

import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Notices this process's own writes as they leave through the driver, so that no Store can forget to say what it changed. What a command changed
 * is told when it has been answered, before the caller hears of it; what a transaction changed, when it ends.
 */
@Component
class OwnWrites implements CommandListener {
    private final Map<Integer, List<Change>> underWay = new ConcurrentHashMap<>();
    private final Map<Transaction, List<Change>> inTransactions = new ConcurrentHashMap<>();
    private final Map<Integer, Transaction> ending = new ConcurrentHashMap<>();
    private volatile Predicate<String> watched = collection -> false;
    private volatile Set<String> fields = Set.of();
    private volatile Consumer<Change> told = change -> {};

    /**
     * @param watched which collections matter
     * @param fields text fields that are wanted with a change
     */
    void tell(Predicate<String> watched, Set<String> fields, Consumer<Change> told) {
        this.watched = watched;
        this.fields = fields;
        this.told = told;
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        switch (event.getCommandName()) {
            case "insert", "update", "delete", "findAndModify", "drop" -> started(event);
            case "commitTransaction", "abortTransaction" ->
                ending.put(event.getRequestId(), transaction(event.getCommand()));
            default -> {}
        }
    }

    private void started(CommandStartedEvent event) {
        BsonDocument command = event.getCommand();
        String collection = command.getString(event.getCommandName()).getValue();
        if (!watched.test(collection)) {
            return;
        }
        List<Change> changes = changes(collection, event.getCommandName(), command);
        underWay.put(event.getRequestId(), changes);
        if (command.containsKey("autocommit")) {
            inTransactions.merge(transaction(command), changes, OwnWrites::both);
        }
    }

    private static List<Change> both(List<Change> some, List<Change> more) {
        List<Change> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static Transaction transaction(BsonDocument command) {
        return new Transaction(
                HexFormat.of()
                        .formatHex(command.getDocument("lsid").getBinary("id").getData()),
                command.getNumber("txnNumber").longValue());
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        answered(event.getRequestId());
    }

    /** A failed write may have been carried out in part. */
    @Override
    public void commandFailed(CommandFailedEvent event) {
        answered(event.getRequestId());
    }

    private void answered(int request) {
        tellAll(underWay.remove(request));
        Transaction ended = ending.remove(request);
        if (ended != null) {
            tellAll(inTransactions.remove(ended));
        }
    }

    private void tellAll(@Nullable List<Change> changes) {
        if (changes != null) {
            changes.forEach(told);
        }
    }

    private List<Change> changes(String collection, String name, BsonDocument command) {
        return switch (name) {
            case "insert" ->
                documents(command, "documents")
                        .map(document -> change(collection, document, null))
                        .toList();
            case "update" ->
                documents(command, "updates")
                        .flatMap(update -> changes(collection, update.getDocument("q"), update.get("u")))
                        .toList();
            case "delete" ->
                documents(command, "deletes")
                        .flatMap(delete -> changes(collection, delete.getDocument("q"), null))
                        .toList();
            case "findAndModify" ->
                List.of(change(collection, command.getDocument("query", new BsonDocument()), command.get("update")));
            default -> List.of(new Change(collection, null, Map.of(), null));
        };
    }

    private static Stream<BsonDocument> documents(BsonDocument command, String name) {
        return command.getArray(name, new BsonArray()).stream().map(BsonValue::asDocument);
    }

    /** One for each document that was named, so that no others are forgotten. */
    private Stream<Change> changes(String collection, BsonDocument sought, @Nullable BsonValue put) {
        BsonValue id = sought.get("_id");
        BsonValue named = id != null && id.isDocument() ? id.asDocument().get("$in") : null;
        return named != null && named.asArray().stream().allMatch(BsonValue::isString)
                ? named.asArray().stream().map(each -> change(collection, soughtBy(each, sought), put))
                : Stream.of(change(collection, sought, put));
    }

    /** A copy: some of the driver's kinds of documents cannot be changed. */
    private static BsonDocument soughtBy(BsonValue id, BsonDocument sought) {
        BsonDocument one = new BsonDocument();
        one.putAll(sought);
        one.put("_id", id);
        return one;
    }

    /** From what was sought, and what was put in its place if that is a whole document. */
    private Change change(String collection, BsonDocument sought, @Nullable BsonValue put) {
        Map<String, String> known = new HashMap<>();
        collect(sought, known);
        if (put != null && isWhole(put)) {
            collect(put.asDocument(), known);
        }
        return new Change(collection, known.get("_id"), known, touched(put));
    }

    /** Of operators alone it can be told; a whole document or a pipeline may touch anything. */
    private static @Nullable Set<String> touched(@Nullable BsonValue put) {
        if (put == null || !put.isDocument() || put.asDocument().isEmpty() || isWhole(put)) {
            return null;
        }
        Set<String> touched = new HashSet<>();
        put.asDocument()
                .values()
                .forEach(operands ->
                        operands.asDocument().keySet().forEach(path -> touched.add(path.split("\\.", 2)[0])));
        return touched;
    }

    private static boolean isWhole(BsonValue put) {
        return put.isDocument()
                && !put.asDocument().isEmpty()
                && !put.asDocument().getFirstKey().startsWith("$");
    }

    private void collect(BsonDocument document, Map<String, String> known) {
        Texts.of(document, name -> name.equals("_id") || fields.contains(name), known);
        document.getArray("$and", new BsonArray()).forEach(part -> collect(part.asDocument(), known));
    }

    private record Transaction(String session, long number) {}
}
