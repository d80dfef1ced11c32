package hub.resources.library;

import hub.platform.identity.Viewer;
import hub.resources.standards.TsdStandard;
import hub.resources.standards.TsdStandards;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The guides that carers look things up in. Every read gives what the viewer may read, counts too. */
@Service
public class Library {
    private static final String TOPICS = "topics";
    private static final String STANDARDS = "standards";

    private final LibraryStore store;
    private final LibraryTopics topics;
    private final TsdStandards standards;

    Library(LibraryStore store, LibraryTopics topics, TsdStandards standards) {
        this.store = store;
        this.topics = topics;
        this.standards = standards;
    }

    /** Empty if there is none, it was withdrawn, or this viewer may not know of it. */
    public Mono<Piece> find(String slug, Viewer viewer) {
        return store.find(slug, viewer);
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
