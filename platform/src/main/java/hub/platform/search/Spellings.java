package hub.platform.search;

import hub.platform.search.WordAnalyzer.Word;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/** What a word may have been meant to be, taken from documents that whoever typed it may read, and from nothing else. */
final class Spellings {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 30;
    private static final int SHORTEST_WITH_TWO = 6;

    private final WordAnalyzer analyzer;

    Spellings(WordAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** How many letters may be wrong in a word for another one to be suggested; 0 for none. */
    static int mostWrong(Word word) {
        int length = word.word().length();
        return length < SHORTEST || length > LONGEST ? 0 : length < SHORTEST_WITH_TWO ? 1 : 2;
    }

    /** Whether the word, another form of it or, of the last word, one that begins so is in one of the documents. */
    boolean isIn(Collection<SearchDocument> documents, Word word, boolean last) {
        return documents.stream()
                .flatMap(this::words)
                .map(Spelling::word)
                .anyMatch(there -> there.word().equals(word.word())
                        || there.stem().equals(word.stem())
                        || (last && there.word().startsWith(word.word())));
    }

    /** The nearest word in the documents, as it is written there; of equally near ones the most frequent. */
    Optional<String> nearest(Collection<SearchDocument> documents, Word word) {
        for (int wrong = 1; wrong <= mostWrong(word); wrong++) {
            CharacterRunAutomaton like =
                    new CharacterRunAutomaton(new LevenshteinAutomata(word.word(), true).toAutomaton(wrong));
            Map<String, Integer> often = new HashMap<>();
            documents.stream()
                    .flatMap(this::words)
                    .filter(there -> like.run(there.word().word()))
                    .forEach(there -> often.merge(there.written(), 1, Integer::sum));
            Optional<String> nearest = often.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey);
            if (nearest.isPresent()) {
                return nearest;
            }
        }
        return Optional.empty();
    }

    private record Spelling(Word word, String written) {}

    private Stream<Spelling> words(SearchDocument document) {
        return Stream.concat(Stream.of(document.title(), document.text()), document.people().stream())
                .flatMap(this::words);
    }

    private Stream<Spelling> words(String text) {
        List<Word> words = analyzer.words(text);
        return words.stream().map(word -> new Spelling(word, text.substring(word.start(), word.end())));
    }
}
