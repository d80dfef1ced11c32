package hub.platform.words;

import java.util.List;
import java.util.stream.Stream;

/**
 * One collection, and what of it people wrote. The feature that owns the collection declares it as a bean; a collection that nobody declares, or words at a path that nobody names, fail
 * the tests. By these declarations people take out what is theirs, accounts are closed and words are taken out everywhere.
 *
 * <p>Paths have dots between their parts; a list on the way stands for each of what is in it; a path names all that is below it.
 *
 * @param collection its name; what people call it is {@code words.in.<collection>}
 * @param owners paths of accounts whose document it is, in whole; {@code _id} may be one, {@code _id:} means that the id begins with the account
 * @param parts words, by whoever wrote them
 * @param facts paths of what is known beside the words and is the owner's to have: dates, states, numbers; never what tells of somebody else
 * @param others paths of words that are nobody's to take out: those of the house, of guests, of several people together, copies of what somebody else wrote
 * @param copies paths that may hold copies of what was written in conversations
 */
public record WordsKept(
        String collection,
        List<String> owners,
        List<Part> parts,
        List<String> facts,
        List<String> others,
        List<String> copies,
        Closing closing) {

    public WordsKept {
        owners = List.copyOf(owners);
        parts = List.copyOf(parts);
        facts = List.copyOf(facts);
        others = List.copyOf(others);
        copies = List.copyOf(copies);
    }

    /**
     * Words that one person wrote.
     *
     * @param writer path of their account; empty for the owner
     */
    public record Part(String writer, List<String> paths) {
        public Part {
            paths = List.copyOf(paths);
        }
    }

    /** A collection that holds no words and nothing of anybody, until more is said of it. */
    public static WordsKept in(String collection) {
        return new WordsKept(collection, List.of(), List.of(), List.of(), List.of(), List.of(), Closing.NOBODYS);
    }

    /** As {@link #owners()}. */
    public WordsKept of(String... paths) {
        return new WordsKept(collection, List.of(paths), parts, facts, others, copies, closing);
    }

    /** Words of the owner. */
    public WordsKept words(String... paths) {
        return wordsBy("", paths);
    }

    /** Words of whoever's account stands at a path: in the same element, if that is in a list. */
    public WordsKept wordsBy(String writer, String... paths) {
        Part more = new Part(writer, List.of(paths));
        return new WordsKept(
                collection,
                owners,
                Stream.concat(parts.stream(), Stream.of(more)).toList(),
                facts,
                others,
                copies,
                closing);
    }

    /** As {@link #facts()}. */
    public WordsKept facts(String... paths) {
        return new WordsKept(collection, owners, parts, List.of(paths), others, copies, closing);
    }

    /** As {@link #others()}. */
    public WordsKept others(String... paths) {
        return new WordsKept(collection, owners, parts, facts, List.of(paths), copies, closing);
    }

    /** As {@link #copies()}. */
    public WordsKept copies(String... paths) {
        return new WordsKept(collection, owners, parts, facts, others, List.of(paths), closing);
    }

    public WordsKept when(Closing closed) {
        return new WordsKept(collection, owners, parts, facts, others, copies, closed);
    }

    /** Whether words at this path are named here. */
    public boolean names(String path) {
        return Stream.of(parts.stream().flatMap(part -> part.paths().stream()), facts.stream(), others.stream())
                .flatMap(all -> all)
                .anyMatch(named -> path.equals(named) || path.startsWith(named + "."));
    }

    /** Paths of accounts by which something in a document is somebody's. */
    public List<String> accounts() {
        return Stream.concat(owners.stream(), parts.stream().map(Part::writer).filter(writer -> !writer.isEmpty()))
                .distinct()
                .toList();
    }
}
