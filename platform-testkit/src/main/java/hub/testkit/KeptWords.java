package hub.testkit;

import hub.platform.mongo.Collections;
import hub.platform.words.WordsKept;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/** Holds what features declare of their collections ({@link WordsKept}) against what stands in the database. */
@TestFixture
public final class KeptWords {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    /** What people write has spaces between its words; ids, states and addresses have none. */
    private static final Pattern WORDS = Pattern.compile("\\p{L}\\S*\\s+\\S*\\p{L}");

    private final ReactiveMongoTemplate mongo;
    private final Collections collections;
    private final Map<String, WordsKept> declared;

    KeptWords(ReactiveMongoTemplate mongo, Collections collections, ObjectProvider<WordsKept> declared) {
        this.mongo = mongo;
        this.collections = collections;
        this.declared = declared.stream().collect(Collectors.toMap(WordsKept::collection, kept -> kept));
    }

    /** @return collections that nobody declares, and paths of words that no declaration names; empty if all is declared */
    public Set<String> undeclared() {
        Set<String> wrong = new TreeSet<>();
        Stream.concat(collections.names().stream(), stored().stream())
                .filter(name -> !declared.containsKey(name))
                .forEach(name -> wrong.add("No bean WordsKept declares the collection " + name));
        eachText((collection, found) -> {
            WordsKept kept = declared.get(collection);
            if (kept != null
                    && !kept.names(found.path())
                    && WORDS.matcher(found.text()).find()) {
                wrong.add("WordsKept of " + collection + " names no words at " + found.path());
            }
        });
        return wrong;
    }

    /** @return where a text stands, as collection and path */
    public Set<String> holding(String text) {
        Set<String> where = new TreeSet<>();
        eachText((collection, found) -> {
            if (found.text().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))) {
                where.add(collection + " " + found.path());
            }
        });
        return where;
    }

    private record Found(String path, String text) {}

    private List<String> stored() {
        return mongo.getCollectionNames()
                .filter(name -> !name.startsWith("system."))
                .collectList()
                .block(LONG_ENOUGH);
    }

    private void eachText(BiConsumer<String, Found> take) {
        for (String collection : stored()) {
            Set<Found> seen = new HashSet<>();
            mongo.find(new Query().comment(QueryWatch.TEST), Document.class, collection)
                    .toStream()
                    .forEach(document -> texts("", document, (path, text) -> {
                        if (seen.add(new Found(path, text))) {
                            take.accept(collection, new Found(path, text));
                        }
                    }));
        }
    }

    private static void texts(String path, Object node, BiConsumer<String, String> take) {
        switch (node) {
            case String text -> take.accept(path, text);
            case Collection<?> several -> several.forEach(each -> texts(path, each, take));
            case Map<?, ?> map ->
                map.forEach((name, value) -> texts(path.isEmpty() ? "" + name : path + "." + name, value, take));
            case null, default -> {}
        }
    }
}
