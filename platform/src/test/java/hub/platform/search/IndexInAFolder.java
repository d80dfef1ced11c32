package hub.platform.search;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** An index of documents that are made in a line each, asked as somebody with some keys. */
final class IndexInAFolder implements AutoCloseable {
    static final String DATABASE = "hearth";
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T10:00:00Z");

    final SearchIndex index;

    IndexInAFolder(Path folder) {
        index = new SearchIndex(new IndexFolder(folder.toString()));
    }

    static IndexInAFolder holding(Path folder, SearchDocument... documents) {
        IndexInAFolder made = new IndexInAFolder(folder);
        made.open();
        made.makeOf("at the beginning", documents);
        return made;
    }

    Optional<String> open() {
        return wait(index.open(DATABASE));
    }

    void makeOf(String position, SearchDocument... documents) {
        index.begin("round of " + position).block(Duration.ofSeconds(10));
        put(documents);
        index.finish(position).block(Duration.ofSeconds(10));
    }

    void put(SearchDocument... documents) {
        index.put("note", Stream.of(documents).map(SearchDocument::id).toList(), List.of(documents))
                .block(Duration.ofSeconds(10));
    }

    void reached(String position) {
        index.reached(position).block(Duration.ofSeconds(10));
    }

    void takeOut(String id) {
        index.put("note", List.of(id), List.of()).block(Duration.ofSeconds(10));
    }

    /** The ids of what is found, in order. */
    List<String> find(String text, String... keys) {
        return hits(text, null, 100, keys).stream().map(IndexQuestion.Hit::id).toList();
    }

    List<IndexQuestion.Hit> hits(String text, SearchPosition after, int most, String... keys) {
        WordQuery words = WordQuery.of(text, index.analyzer());
        Set<String> rights = keys.length == 0 ? Set.of("all") : Set.of(keys);
        return words.isEmpty()
                ? List.of()
                : wait(index.find(new IndexQuestion(words.query(), rights, "", "", after, most)));
    }

    private static <T> T wait(Mono<T> answer) {
        return answer.blockOptional(Duration.ofSeconds(10)).orElseThrow();
    }

    static SearchDocument note(String id, String text) {
        return document(id, "", text, Map.of());
    }

    static SearchDocument titled(String id, String title, String text) {
        return document(id, title, text, Map.of());
    }

    static SearchDocument by(String id, String name, String text) {
        return document(id, "", text, Map.of("by", name));
    }

    static SearchDocument forKey(String id, String right, String text) {
        return document(id, "", text, Map.of("right", right));
    }

    static SearchDocument daysLater(String id, int days, String text) {
        return document(id, "", text, Map.of("days", String.valueOf(days)));
    }

    private static SearchDocument document(String id, String title, String text, Map<String, String> more) {
        return new SearchDocument(
                id,
                title,
                true,
                text,
                null,
                more.containsKey("by") ? List.of(more.get("by")) : List.of(),
                LONG_AGO.plus(Duration.ofDays(Long.parseLong(more.getOrDefault("days", "0")))),
                "/notes/" + id,
                Set.of(more.getOrDefault("right", "all")));
    }

    @Override
    public void close() {
        index.close();
    }
}
