package hub.platform.search;

import hub.platform.mongo.Ids;
import hub.platform.outage.MongoAway;
import hub.platform.search.SearchSource.Watched;
import hub.platform.search.SourceChanges.Change;
import hub.platform.search.SourceChanges.PositionLost;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Keeps the index of this process in step with the database, beside serving: opens it, makes it anew if need be, and follows the changes. Done
 * twice, any of it does no harm; so after a kill it goes on from where the index was last written.
 */
@Component
public class SearchFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SearchFeed.class);

    /** A post can be 20,000 characters long, and its HTML ten times that. */
    private static final int BATCH = 100;

    /** Showing what was put in costs the same for one document and for a hundred. */
    private static final Duration GATHERED_FOR = Duration.ofMillis(200);

    private static final Duration LOOKED_AFTER_EACH = Duration.ofSeconds(1);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final List<SearchSource> sources;
    private final List<Watched> watched;
    private final SearchIndex index;
    private final SourceChanges changes;
    private volatile @Nullable Disposable following;

    SearchFeed(ObjectProvider<SearchSource> sources, SearchIndex index, SourceChanges changes) {
        this.sources = sources.orderedStream().toList();
        this.watched = this.sources.stream()
                .flatMap(source -> source.watched().stream())
                .toList();
        this.index = index;
        this.changes = changes;
    }

    @Override
    public synchronized void start() {
        following = follow().doOnError(SearchFeed::say)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, SHORTEST_PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .transientErrors(true))
                .subscribe();
    }

    private static void say(Throwable failure) {
        if (MongoAway.explains(failure) || failure instanceof PositionLost) {
            LOG.debug("Search begins to follow the database anew: {}", Failures.said(failure));
        } else {
            LOG.warn("Search does not follow the database and tries again: {}", Failures.said(failure));
        }
    }

    /** Says whenever something new was put into the index, and never completes. */
    private Flux<String> follow() {
        return changes.database()
                .flatMap(index::open)
                .flatMap(position -> position.map(Mono::just).orElseGet(this::makeAnew))
                .flatMapMany(position -> changes.from(position, watched))
                .bufferTimeout(BATCH, GATHERED_FOR, true)
                .concatMap(this::take)
                .mergeWith(damage())
                .onErrorResume(PositionLost.class, lost -> makeAnew().thenMany(Flux.error(lost)));
    }

    /** Searching may find what is damaged before writing does. */
    private Flux<String> damage() {
        return Flux.interval(LOOKED_AFTER_EACH)
                .filter(second -> index.isBroken())
                .flatMap(second -> Mono.error(new IllegalStateException("the index is damaged")));
    }

    /** @return the moment from which on changes are not in it */
    private Mono<String> makeAnew() {
        return changes.now().flatMap(moment -> {
            long began = System.nanoTime();
            return index.begin(Ids.next())
                    .thenMany(Flux.fromIterable(sources).concatMap(this::everything))
                    .then(index.finish(moment))
                    .doOnSuccess(done -> LOG.info(
                            "The search index has been made: {} documents in {} ms",
                            index.size(),
                            Duration.ofNanos(System.nanoTime() - began).toMillis()))
                    .thenReturn(moment);
        });
    }

    private Mono<Void> everything(SearchSource source) {
        return next(source, "")
                .expand(ids -> ids.size() < BATCH ? Mono.empty() : next(source, ids.getLast()))
                .filter(ids -> !ids.isEmpty())
                .concatMap(ids -> readAnew(source, ids).then(index.show()), 1)
                .then();
    }

    private static Mono<List<String>> next(SearchSource source, String after) {
        return source.ids(after, BATCH).collectList();
    }

    private Mono<String> take(List<Change> batch) {
        String position = batch.getLast().position();
        return Flux.fromIterable(sources)
                .concatMap(source ->
                        concerned(source, batch).distinct().buffer(BATCH).concatMap(ids -> readAnew(source, ids), 1))
                .then(index.reached(position))
                .thenReturn(position);
    }

    private static Flux<String> concerned(SearchSource source, List<Change> batch) {
        return Flux.fromIterable(batch)
                .filter(change -> source.watched().stream()
                        .anyMatch(one -> one.collection().equals(change.collection())))
                .concatMap(change -> source.concerned(change.collection(), change.id()));
    }

    private Mono<Void> readAnew(SearchSource source, Collection<String> ids) {
        return source.find(ids)
                .collectList()
                .onErrorResume(failure -> !MongoAway.explains(failure), failure -> oneByOne(source, ids))
                .flatMap(there -> index.put(source.kind(), ids, there));
    }

    /** One document that cannot be read does not keep the others out. It is not found itself. */
    private static Mono<List<SearchDocument>> oneByOne(SearchSource source, Collection<String> ids) {
        return Flux.fromIterable(ids)
                .concatMap(id -> source.find(List.of(id))
                        .onErrorResume(failure -> !MongoAway.explains(failure), failure -> {
                            LOG.error(
                                    "Cannot be found by searching: {} {}: {}",
                                    source.kind(),
                                    id,
                                    Failures.said(failure));
                            return Flux.empty();
                        }))
                .collectList();
    }

    @Override
    public synchronized void stop() {
        Disposable ended = following;
        following = null;
        if (ended != null) {
            ended.dispose();
        }
        index.close();
    }

    @Override
    public boolean isRunning() {
        return following != null;
    }

    /** After the web server, which does not wait for the index. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
