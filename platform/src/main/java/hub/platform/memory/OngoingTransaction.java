package hub.platform.memory;

/** By what Spring's reactive transactions are known in a subscriber's context. The class that serves as key is not public; a test holds this to it. */
final class OngoingTransaction {
    static final Object KEY = key();

    private OngoingTransaction() {}

    private static Object key() {
        try {
            return Class.forName("org.springframework.transaction.reactive.TransactionContextHolder");
        } catch (ClassNotFoundException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
