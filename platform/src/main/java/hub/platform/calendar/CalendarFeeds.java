package hub.platform.calendar;

import hub.platform.identity.Accounts;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Everybody's own calendar at an address of their own, which whoever knows it can read: made, made anew and stopped by its owner. */
@Service
public class CalendarFeeds {
    /** Of one source. */
    public static final int MOST_ENTRIES = 500;

    private static final Duration BACK = Duration.ofDays(60);
    private static final Duration AHEAD = Duration.ofDays(400);

    private static final Comparator<CalendarEntry> IN_TIME = Comparator.comparing(
                    (CalendarEntry entry) -> entry.starts().instant())
            .thenComparing(CalendarEntry::uid);

    private final FeedStore store;
    private final Accounts accounts;
    private final ObjectProvider<CalendarSource> sources;
    private final Clock clock;

    CalendarFeeds(FeedStore store, Accounts accounts, ObjectProvider<CalendarSource> sources, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.sources = sources;
        this.clock = clock;
    }

    /** The viewer's address, as far as it is known; empty if there is none. */
    public Mono<CalendarFeed> of(Viewer viewer) {
        return Mono.fromSupplier(viewer::id).flatMap(store::of);
    }

    /**
     * Makes the viewer's address. The one before is worth nothing from then on; the same one again is the same.
     *
     * @param secret as {@link FeedSecret} makes it
     * @throws NotAllowed (as a signal) unless the viewer is approved and it is not the secret of somebody else
     */
    public Mono<CalendarFeed> make(String secret, Viewer viewer) {
        return Mono.fromSupplier(viewer::id)
                .flatMap(account -> store.put(new CalendarFeed(account, FeedSecret.hash(secret), clock.instant())))
                // Two taps at once, of which one was first.
                .retryWhen(Retry.max(1).filter(DuplicateKeyException.class::isInstance))
                .onErrorMap(Exceptions::isRetryExhausted, still -> Objects.requireNonNullElse(still.getCause(), still))
                .onErrorMap(DuplicateKeyException.class, somebodyElses -> new NotAllowed());
    }

    /** @throws NotAllowed (as a signal) unless the viewer is approved */
    public Mono<Void> stop(Viewer viewer) {
        return Mono.fromSupplier(viewer::id).flatMap(store::remove);
    }

    /**
     * Whose calendar is read at an address, as they are now; empty if it is nobody's, or they are no longer approved.
     *
     * @param secret as it stands in the address
     */
    public Mono<Viewer> reader(String secret) {
        return Mono.just(secret)
                .filter(FeedSecret::isOne)
                .flatMap(one -> store.bySecretHash(FeedSecret.hash(one)))
                .flatMap(feed -> accounts.viewer(feed.id()))
                .filter(Viewer::approved);
    }

    /** What this process knows of the viewer's dates, from two months back to thirteen ahead, in the order of time. Each source is asked for what they may know now. */
    public Mono<List<CalendarEntry>> entries(Viewer viewer) {
        Instant now = clock.instant();
        return Flux.fromStream(sources::orderedStream)
                .flatMap(source ->
                        source.entries(viewer, now.minus(BACK), now.plus(AHEAD)).take(MOST_ENTRIES))
                .collectSortedList(IN_TIME);
    }
}
