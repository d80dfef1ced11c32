package hub.resources.library;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How old somebody is who reads a text with ease: by Flesch and Kincaid, who count words in a sentence and syllables in a word, five years after the school
 * year that comes of it. A heading or an entry of a list is a sentence. Syllables are counted by their vowels, which is near enough for English.
 */
final class ReadingAge {
    private static final Pattern SOURCES = Pattern.compile("(?s)## Where this comes from.*");
    private static final Pattern MARKS = Pattern.compile("(?m)^\\s*(#+|-|>|\\d+\\.)\\s+|[*_`]");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?:;])\\s+|\\n");
    private static final Pattern WORD_GAP = Pattern.compile("[^A-Za-z'’]+");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

    private ReadingAge() {}

    /** @param markdown without front matter; where it comes from is not counted, as names of laws are long */
    static double of(String markdown) {
        String plain = SOURCES.matcher(markdown).replaceAll("");
        plain = LINK.matcher(plain).replaceAll("$1");
        plain = MARKS.matcher(plain).replaceAll("");
        List<List<String>> sentences = Arrays.stream(SENTENCE_END.split(plain))
                .map(ReadingAge::words)
                .filter(words -> !words.isEmpty())
                .toList();
        double words = sentences.stream().mapToInt(List::size).sum();
        double syllables = sentences.stream()
                .flatMap(List::stream)
                .mapToInt(ReadingAge::syllables)
                .sum();
        double schoolYear = 0.39 * words / sentences.size() + 11.8 * syllables / words - 15.59;
        return schoolYear + 5;
    }

    private static List<String> words(String sentence) {
        return Arrays.stream(WORD_GAP.split(sentence))
                .filter(word -> word.chars().anyMatch(Character::isLetter))
                .toList();
    }

    private static int syllables(String word) {
        String small = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        long groups = VOWELS.matcher(small).results().count();
        boolean silent = small.endsWith("e") && !small.endsWith("le") && groups > 1;
        return (int) Math.max(1, silent ? groups - 1 : groups);
    }
}
