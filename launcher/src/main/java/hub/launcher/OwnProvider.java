package hub.launcher;

import hub.signin.EmbeddedProvider;
import hub.signin.LinkLetters;
import hub.signin.Settings;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The embedded provider, which starts on a thread of its own while the hub does. All methods wait until it has started. */
final class OwnProvider implements AutoCloseable {
    private final CompletableFuture<EmbeddedProvider> starting = new CompletableFuture<>();

    private OwnProvider() {}

    static OwnProvider start(Settings settings, LinkLetters letters) {
        OwnProvider provider = new OwnProvider();
        new Thread(() -> provider.startAs(settings, letters), "sign-in").start();
        return provider;
    }

    private void startAs(Settings settings, LinkLetters letters) {
        try {
            starting.complete(EmbeddedProvider.start(settings, letters));
        } catch (RuntimeException | Error failed) {
            starting.completeExceptionally(failed);
        }
    }

    /** @throws RuntimeException what kept it from starting */
    EmbeddedProvider get() {
        try {
            return starting.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw failed;
        }
    }

    /** Does nothing if it never started. */
    @Override
    public void close() {
        starting.handle((provider, failed) -> {
                    if (provider != null) {
                        provider.close();
                    }
                    return null;
                })
                .join();
    }
}
