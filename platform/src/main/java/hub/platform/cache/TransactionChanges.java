package hub.platform.cache;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * What a transaction has changed so far. It is kept in the subscriber's context, by which it is also known that one is under way; the caches hear
 * of it when the transaction has ended.
 */
public final class TransactionChanges {
    private final Queue<DocumentChange> changes = new ConcurrentLinkedQueue<>();

    /** Whether what is subscribed to in this context is part of a transaction. */
    public static boolean areCollectedIn(ContextView context) {
        return context.hasKey(TransactionChanges.class);
    }

    /** The context for the steps of a transaction. */
    public Context collectIn(Context context) {
        return context.put(TransactionChanges.class, this);
    }

    void add(DocumentChange change) {
        changes.add(change);
    }

    Queue<DocumentChange> all() {
        return changes;
    }
}
