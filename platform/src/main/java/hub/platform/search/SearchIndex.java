package hub.platform.search;

import hub.platform.search.IndexQuestion.Hit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The index of this process, through which all work with Lucene's goes: on boundedElastic, where whoever no longer waits does not interrupt the
 * work, since an interrupted writer closes its files.
 */
@Component
class SearchIndex {
    /** Raised with every change of what is written into the index, or how text becomes words. */
    static final int VERSION = 1;

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);

    private static final String NOTED_VERSION = "version";
    private static final String NOTED_ORIGIN = "origin";
    private static final String NOTED_POSITION = "position";
    private static final String NOTED_ROUND = "round";

    private static final long COMMIT_EACH = TimeUnit.SECONDS.toNanos(10);
    private static final long PURGE_EACH = TimeUnit.HOURS.toNanos(1);

    private final IndexFolder folders;
    private final WordAnalyzer analyzer = new WordAnalyzer();
    private @Nullable Path folder;
    private volatile @Nullable OpenIndex opened;
    private volatile boolean whole;
    private volatile boolean broken;
    private String origin = "";
    private String round = "";
    private @Nullable String position;
    private long committedAt;
    private long purgedAt;

    SearchIndex(IndexFolder folders) {
        this.folders = folders;
    }

    WordAnalyzer analyzer() {
        return analyzer;
    }

    /** Whether it has all there is, but for the last moments. */
    boolean isWhole() {
        return whole && !broken;
    }

    /** Whether it must be opened anew, since something in it could not be read or written. */
    boolean isBroken() {
        return broken;
    }

    /** How many documents are in it. */
    int size() {
        OpenIndex now = opened;
        return now == null ? 0 : now.size();
    }

    /**
     * Opens it, or leaves it open. An index that cannot be read, is of another version or was made of another database is emptied.
     *
     * @param database that it is made of, by name
     * @return up to where its database's changes are in it; empty if it must be made anew
     */
    Mono<Optional<String>> open(String database) {
        return work(() -> {
            if (opened == null || broken || !origin.equals(database)) {
                shut();
                reopen(database);
            }
            return Optional.ofNullable(position);
        });
    }

    private void reopen(String database) throws IOException {
        Path there = folder == null ? folders.make() : folder;
        folder = there;
        Map<String, String> notes = readNotes(there);
        boolean fits = String.valueOf(VERSION).equals(notes.get(NOTED_VERSION))
                && database.equals(notes.get(NOTED_ORIGIN))
                && notes.containsKey(NOTED_POSITION);
        if (!fits) {
            IndexFolder.empty(there);
        }
        opened = OpenIndex.in(there, analyzer);
        origin = database;
        position = fits ? notes.get(NOTED_POSITION) : null;
        round = fits ? notes.getOrDefault(NOTED_ROUND, "") : "";
        whole = fits;
        broken = false;
        committedAt = System.nanoTime();
        purgedAt = System.nanoTime();
    }

    private static Map<String, String> readNotes(Path folder) {
        try {
            return IndexFolder.notes(folder).orElse(Map.of());
        } catch (IOException | RuntimeException damaged) {
            LOG.warn("The search index in {} cannot be read and is made anew: {}", folder, Failures.said(damaged));
            return Map.of();
        }
    }

    /** Begins to be made anew: what is in it now is found until {@link #finish}, unless it is put in again. */
    Mono<Void> begin(String newRound) {
        return work(() -> {
            whole = false;
            position = null;
            round = newRound;
            return null;
        });
    }

    /** Puts in what there is of these ids, and takes out the others. It is found after {@link #reached} or {@link #show}. */
    Mono<Void> put(String kind, Collection<String> ids, Collection<SearchDocument> there) {
        return work(() -> {
            IndexWriter writer = opened().writer();
            Map<String, SearchDocument> byId = HashMap.newHashMap(there.size());
            there.forEach(document -> byId.put(document.id(), document));
            for (String id : ids) {
                SearchDocument document = byId.get(id);
                Term key = IndexFields.key(kind, id);
                if (document == null) {
                    writer.deleteDocuments(key);
                } else {
                    writer.updateDocument(key, IndexFields.of(kind, document, round));
                }
            }
            return null;
        });
    }

    /** Shows what was put in. */
    Mono<Void> show() {
        return work(() -> {
            opened().show();
            return null;
        });
    }

    /** All changes up to a position are in it: shows them, and notes the position with it now and then. */
    Mono<Void> reached(String newPosition) {
        return work(() -> {
            opened().show();
            position = newPosition;
            if (System.nanoTime() - committedAt > COMMIT_EACH) {
                purgeNowAndThen();
                commit();
            }
            return null;
        });
    }

    /** It was made anew: what was not put in since {@link #begin} is gone. */
    Mono<Void> finish(String newPosition) {
        return work(() -> {
            opened().writer()
                    .deleteDocuments(new BooleanQuery.Builder()
                            .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
                            .add(new TermQuery(new Term(IndexFields.ROUND, round)), Occur.MUST_NOT)
                            .build());
            opened().show();
            position = newPosition;
            commit();
            whole = true;
            return null;
        });
    }

    private void purgeNowAndThen() throws IOException {
        if (System.nanoTime() - purgedAt > PURGE_EACH) {
            opened().purge();
            purgedAt = System.nanoTime();
        }
    }

    private void commit() throws IOException {
        String reached = position;
        if (reached == null) {
            return;
        }
        opened().commit(Map.of(
                NOTED_VERSION,
                String.valueOf(VERSION),
                NOTED_ORIGIN,
                origin,
                NOTED_POSITION,
                reached,
                NOTED_ROUND,
                round));
        committedAt = System.nanoTime();
    }

    private OpenIndex opened() {
        return Objects.requireNonNull(opened, "the index is shut");
    }

    /** What a viewer may find, as far as the index knows: nothing while it is shut. */
    Mono<List<Hit>> find(IndexQuestion question) {
        OpenIndex now = opened;
        return now == null || question.keys().isEmpty()
                ? Mono.just(List.of())
                : offLoop(() -> question.answer(now.searchers())).onErrorResume(this::notFound);
    }

    /** Damage that shows itself only now, or an index that was shut meanwhile: nothing is found until it is there again. */
    private Mono<List<Hit>> notFound(Throwable failure) {
        if (opened != null) {
            LOG.warn("The search index cannot be searched and is made anew: {}", Failures.said(failure));
            broken = true;
        }
        return Mono.just(List.of());
    }

    /** Notes where it is and shuts it. Waits for what is being written. */
    void close() {
        synchronized (this) {
            try {
                if (opened != null && !broken) {
                    commit();
                }
                shut();
                if (folder != null) {
                    folders.leave(folder);
                    folder = null;
                }
            } catch (IOException | RuntimeException e) {
                LOG.warn("The search index was not shut in order, and is made anew when it must: {}", Failures.said(e));
            }
        }
    }

    private void shut() {
        OpenIndex before = opened;
        opened = null;
        whole = false;
        position = null;
        if (before == null) {
            return;
        }
        try {
            before.close();
        } catch (IOException | RuntimeException e) {
            LOG.debug("The search index was not shut in order: {}", Failures.said(e));
        }
    }

    /** Writing: one after the other. A failure leaves the index to be opened anew. */
    private <T> Mono<T> work(Callable<T> step) {
        return offLoop(() -> {
                    synchronized (this) {
                        return step.call();
                    }
                })
                .doOnError(failure -> broken = true);
    }

    /**
     * Reactor lets an Error of the virtual machine end its thread and nobody is told, so it becomes a failure here. Whoever no longer waits is told
     * nothing.
     */
    private static <T> Mono<T> offLoop(Callable<T> step) {
        return Mono.create(sink -> {
            AtomicBoolean awaited = new AtomicBoolean(true);
            sink.onCancel(() -> awaited.set(false));
            Schedulers.boundedElastic().schedule(() -> {
                try {
                    sink.success(step.call());
                } catch (Exception | Error failure) {
                    if (awaited.get()) {
                        sink.error(new IllegalStateException("The search index failed", failure));
                    } else {
                        LOG.debug("The search index failed when nobody waited: {}", Failures.said(failure));
                    }
                }
            });
        });
    }
}
