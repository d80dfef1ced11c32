package hub.platform.search;

import hub.platform.identity.Viewer;
import hub.platform.search.IndexQuestion.Hit;
import hub.platform.search.WordAnalyzer.Word;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Finds what a viewer may read. */
@Service
public class Search {
    public static final int PAGE = 20;

    /** Of a question, in characters. */
    public static final int LONGEST = 200;

    /** How many documents are read to find how a word is spelled. */
    private static final int READ_FOR_A_WORD = 10;

    private static final int MOST_SUGGESTIONS = 3;

    private final Map<String, SearchSource> sources = new LinkedHashMap<>();
    private final List<SearchKeys> keys;
    private final SearchIndex index;
    private final Excerpts excerpts;
    private final Spellings spellings;

    Search(ObjectProvider<SearchSource> sources, ObjectProvider<SearchKeys> keys, SearchIndex index) {
        sources.orderedStream().forEach(source -> this.sources.put(source.kind(), source));
        this.keys = keys.orderedStream().toList();
        this.index = index;
        this.excerpts = new Excerpts(index.analyzer());
        this.spellings = new Spellings(index.analyzer());
    }

    /**
     * What is asked for.
     *
     * @param text as typed, clean, bounded by the form
     * @param kind of which alone; empty for all
     * @param place in which alone, as in {@link SearchDocument.Place#key}; empty for all
     * @param after where the page before ended, as in {@link Results#next}; empty for the first, as is what makes no sense
     */
    public record Asked(String text, String kind, String place, String after) {}

    /**
     * A page of what was found, the best first.
     *
     * @param next where this page ended, if there may be more
     * @param meant another spelling of what was asked, if a word of it was not found
     * @param whole false while the index is being made: there may be more than was found
     * @param asked false if there was no word in what was asked
     */
    public record Results(
            List<Found> found,
            @Nullable String next,
            @Nullable String meant,
            boolean whole,
            boolean asked) {}

    /**
     * @param messageKey of the word for its kind
     * @param title with the words marked that were asked for
     * @param excerpt of its text; may be empty
     */
    public record Found(String messageKey, SearchDocument document, List<Part> title, List<Part> excerpt) {}

    /** A piece of text to be escaped, and whether it is one of the words that were asked for. */
    public record Part(String text, boolean marked) {}

    /** A kind of what can be found in this process. */
    public record Kind(String name, String messageKey) {}

    public List<Kind> kinds() {
        return sources.values().stream()
                .map(source -> new Kind(source.kind(), source.messageKey()))
                .toList();
    }

    /** Of one page, at most {@value #PAGE}. */
    public Mono<Results> find(Asked asked, Viewer viewer) {
        WordQuery words = WordQuery.of(asked.text(), index.analyzer());
        return words.isEmpty()
                ? Mono.just(new Results(List.of(), null, null, index.isWhole(), false))
                : keysOf(viewer).flatMap(rights -> answer(new Asking(asked, words, rights, viewer)));
    }

    private record Asking(Asked asked, WordQuery words, Set<String> rights, Viewer viewer) {
        Optional<SearchPosition> after() {
            return SearchPosition.of(asked.after());
        }
    }

    private record Read(List<Hit> hits, Map<Hit, SearchDocument> documents) {}

    /** What is done with the texts that were read is not done on the threads that serve. */
    private Mono<Results> answer(Asking asking) {
        Query query = asking.words().query();
        return hits(query, asking)
                .flatMap(hits -> read(hits.subList(0, Math.min(PAGE, hits.size())), asking.viewer())
                        .map(documents -> new Read(hits, documents)))
                .publishOn(Schedulers.boundedElastic())
                .flatMap(read -> meant(asking, read).map(meant -> results(read, query, meant.orElse(null))));
    }

    private Mono<List<Hit>> hits(Query query, Asking asking) {
        Asked asked = asking.asked();
        return index.find(new IndexQuestion(
                query,
                asking.rights(),
                asked.kind(),
                asked.place(),
                asking.after().orElse(null),
                PAGE + 1));
    }

    private Mono<Set<String>> keysOf(Viewer viewer) {
        return Flux.fromIterable(keys).concatMap(some -> some.of(viewer)).collect(HashSet::new, Set::addAll);
    }

    /** What the viewer may read of it now, in the order of the hits. */
    private Mono<Map<Hit, SearchDocument>> read(List<Hit> hits, Viewer viewer) {
        Map<String, List<Hit>> byKind =
                hits.stream().filter(hit -> sources.containsKey(hit.kind())).collect(Collectors.groupingBy(Hit::kind));
        return Flux.fromIterable(byKind.entrySet())
                .flatMap(some -> source(some.getKey())
                        .readable(some.getValue().stream().map(Hit::id).toList(), viewer)
                        .map(document -> Map.entry(some.getKey() + ":" + document.id(), document)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(read -> {
                    Map<Hit, SearchDocument> inOrder = new LinkedHashMap<>();
                    for (Hit hit : hits) {
                        SearchDocument document = read.get(hit.at().key());
                        if (document != null) {
                            inOrder.put(hit, document);
                        }
                    }
                    return inOrder;
                });
    }

    private SearchSource source(String kind) {
        SearchSource source = sources.get(kind);
        if (source == null) {
            throw new IllegalStateException("No source for " + kind);
        }
        return source;
    }

    private Results results(Read read, Query query, @Nullable String meant) {
        return new Results(
                read.documents().entrySet().stream()
                        .map(found -> found(found.getKey(), found.getValue(), query))
                        .toList(),
                read.hits().size() > PAGE ? read.hits().get(PAGE - 1).at().toString() : null,
                meant,
                index.isWhole(),
                true);
    }

    private Found found(Hit hit, SearchDocument document, Query query) {
        return new Found(
                source(hit.kind()).messageKey(),
                document,
                excerpts.title(document.title(), query),
                excerpts.text(document.text(), query));
    }

    /** Whether a word is spelled as somewhere is decided by what the viewer reads: what others wrote changes nothing. */
    private Mono<Optional<String>> meant(Asking asking, Read read) {
        if (asking.after().isPresent()) {
            return Mono.just(Optional.empty());
        }
        WordQuery words = asking.words();
        return Flux.fromIterable(words.words())
                .filter(word -> Spellings.mostWrong(word) > 0
                        && !spellings.isIn(
                                read.documents().values(),
                                word,
                                word.equals(words.words().getLast())))
                .take(MOST_SUGGESTIONS)
                .concatMap(word -> nearest(word, asking).map(nearest -> words.with(word, nearest)))
                .next()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<String> nearest(Word word, Asking asking) {
        return index.find(new IndexQuestion(
                        WordQuery.like(word.word(), Spellings.mostWrong(word)),
                        asking.rights(),
                        asking.asked().kind(),
                        asking.asked().place(),
                        null,
                        READ_FOR_A_WORD))
                .flatMap(hits -> read(hits, asking.viewer()))
                .mapNotNull(read -> spellings.nearest(read.values(), word).orElse(null));
    }
}
