package hub.launcher;

import hub.forum.accounts.SignInLetters;
import hub.signin.LinkLetters;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hub's mail for the embedded provider, which starts beside it: until the hub is there nothing goes out. */
final class HubLetters implements LinkLetters, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubLetters.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().name("sign-in-letters").daemon().unstarted(work));
    private volatile @Nullable SignInLetters letters;

    void goBy(SignInLetters hub) {
        letters = hub;
    }

    @Override
    public boolean goOut() {
        SignInLetters hub = letters;
        return hub != null && hub.goOut();
    }

    @Override
    public void ask(String subject) {
        SignInLetters hub = letters;
        if (hub != null) {
            thread.execute(() -> ask(hub, ProviderInviter.REALM + "|" + subject));
        }
    }

    @Override
    public void passwordChosen(String subject, Instant at) {
        SignInLetters hub = letters;
        if (hub != null) {
            thread.execute(() -> end(hub, ProviderInviter.REALM + "|" + subject, at));
        }
    }

    private static void end(SignInLetters hub, String identity, Instant at) {
        try {
            hub.passwordChosen(identity, at).block(PATIENCE);
        } catch (RuntimeException failed) {
            LOG.error("The older sessions of somebody with a new password were not ended", failed);
        }
    }

    private static void ask(SignInLetters hub, String identity) {
        try {
            hub.forgotten(identity).block(PATIENCE);
        } catch (RuntimeException failed) {
            LOG.error("A link that was asked for by mail was not sent", failed);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
