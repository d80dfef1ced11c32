package hub.resources.library;

import hub.platform.identity.Viewer;
import hub.resources.audiences.Audience;
import hub.resources.standards.TsdStandard;
import hub.resources.standards.TsdStandards;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The guides that carers look things up in. Every read gives what the viewer may read, counts too. */
@Service
public class Library {
    private static final String TOPICS = "topics";
    private static final String STANDARDS = "standards";
    private static final String AUDIENCE = "audience";

    /** From a guide that was superseded to the one that is read now. */
    private static final int MOST_STEPS = 5;

    /** Looked through for those that a viewer may read. */
    private static final int MOST_USED = 50;

    private final LibraryStore store;
    private final ReadCounts reads;
    private final LibraryTopics topics;
    private final TsdStandards standards;

    Library(LibraryStore store, ReadCounts reads, LibraryTopics topics, TsdStandards standards) {
        this.store = store;
        this.reads = reads;
        this.topics = topics;
        this.standards = standards;
    }

    /** Empty if there is none, it was withdrawn, or this viewer may not know of it. */
    public Mono<Piece> find(String slug, Viewer viewer) {
        return store.find(slug, viewer);
    }

    /** One that was superseded or withdrawn; empty if there is none, or this viewer may not know of it. */
    public Mono<Piece> ended(String slug, Viewer viewer) {
        return store.ended(slug, viewer);
    }

    /** The one that is published and stands in the place of one that came to its end, if the viewer may read it. */
    public Mono<Piece> instead(Piece ended, Viewer viewer) {
        return Mono.justOrEmpty(ended.ending())
                .flatMap(ending -> Mono.justOrEmpty(ending.instead()))
                .flatMap(next -> following(next, MOST_STEPS, viewer));
    }

    private Mono<Piece> following(String slug, int steps, Viewer viewer) {
        return store.find(slug, viewer)
                .switchIfEmpty(Mono.defer(() -> steps == 0
                        ? Mono.empty()
                        : store.ended(slug, viewer)
                                .mapNotNull(Piece::ending)
                                .flatMap(ending -> Mono.justOrEmpty(ending.instead()))
                                .flatMap(next -> following(next, steps - 1, viewer))));
    }

    /** The title of the guide whose old address led to this one; empty if it does not. */
    public Mono<String> cameFrom(String old, Piece piece, Viewer viewer) {
        return store.ended(old, viewer)
                .filterWhen(ended -> instead(ended, viewer)
                        .map(now -> now.slug().equals(piece.slug()))
                        .defaultIfEmpty(false))
                .map(Piece::title);
    }

    /** The most used of this month that this viewer may read. */
    public Flux<Piece> mostUsed(int limit, Viewer viewer) {
        return reads.mostUsed(MOST_USED)
                .flatMapIterable(slugs -> slugs)
                .concatMap(slug -> store.find(slug, viewer))
                .take(limit);
    }

    /** The few to read first, in their order. */
    public Flux<Piece> starts(int limit, Viewer viewer) {
        return store.starts(limit, viewer);
    }

    /** All, the last checked first. */
    public Flux<Piece> latelyChecked(Optional<After> after, int limit, Viewer viewer) {
        return store.latelyChecked(after, limit, viewer);
    }

    /** By title. */
    public Flux<Piece> about(String topic, Optional<After> after, int limit, Viewer viewer) {
        return store.with(TOPICS, topic, after, limit, viewer);
    }

    /** By title. */
    public Flux<Piece> forStandard(int number, Optional<After> after, int limit, Viewer viewer) {
        return store.with(STANDARDS, number, after, limit, viewer);
    }

    /** Those for one audience, the last checked first. */
    public Flux<Piece> meantFor(Audience audience, Optional<After> after, int limit, Viewer viewer) {
        return store.meantFor(audience, after, limit, viewer);
    }

    /** In their first version and no older than a day, the newest first. */
    public Flux<Piece> fresh(LocalDate since, int limit, Viewer viewer) {
        return store.fresh(since, limit, viewer);
    }

    /** The audiences that have something for this viewer, the widest first. */
    public Mono<List<Counted<Audience>>> audiences(Viewer viewer) {
        return store.counts(AUDIENCE, String.class, viewer)
                .map(counts -> Stream.of(Audience.values())
                        .filter(audience -> counts.containsKey(audience.name()))
                        .map(audience -> new Counted<>(audience, counts.getOrDefault(audience.name(), 0)))
                        .toList());
    }

    /** Others that share its first topic. */
    public Flux<Piece> related(Piece piece, int limit, Viewer viewer) {
        return store.with(TOPICS, piece.topics().getFirst(), Optional.empty(), limit + 1, viewer)
                .filter(other -> !other.slug().equals(piece.slug()))
                .take(limit);
    }

    /** The topics that have something for this viewer. */
    public Mono<List<Counted<Topic>>> topics(Viewer viewer) {
        return store.counts(TOPICS, String.class, viewer)
                .map(counts -> topics.ordered(counts.keySet()).stream()
                        .map(topic -> new Counted<>(topic, counts.getOrDefault(topic.slug(), 0)))
                        .toList());
    }

    /** The standards that have something for this viewer. */
    public Mono<List<Counted<TsdStandard>>> standards(Viewer viewer) {
        return store.counts(STANDARDS, Integer.class, viewer).map(this::counted);
    }

    public Topic topic(String slug) {
        return topics.of(slug);
    }

    public List<Topic> topicsOf(Piece piece) {
        return topics.ordered(piece.topics());
    }

    private List<Counted<TsdStandard>> counted(Map<Integer, Integer> counts) {
        return standards.named(counts.keySet()).stream()
                .map(standard -> new Counted<>(standard, counts.getOrDefault(standard.number(), 0)))
                .toList();
    }

    /** @param count from 1 */
    public record Counted<T>(T what, int count) {}
}
