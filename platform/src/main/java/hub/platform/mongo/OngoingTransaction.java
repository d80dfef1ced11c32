package hub.platform.mongo;

import reactor.util.context.ContextView;

/** By what Spring's reactive transactions are known in a subscriber's context. The class that serves as key is not public; a test holds this to it. */
public final class OngoingTransaction {
    private static final Object KEY = key();

    private OngoingTransaction() {}

    /** Whether what is subscribed to in this context is part of one. */
    public static boolean in(ContextView context) {
        return context.hasKey(KEY);
    }

    private static Object key() {
        try {
            return Class.forName("org.springframework.transaction.reactive.TransactionContextHolder");
        } catch (ClassNotFoundException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
