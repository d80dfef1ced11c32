package hub.platform.search;

import hub.platform.search.WordAnalyzer.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What somebody typed, as a query. There is no language in it but words and quoted phrases, so no sign does anything. Of more than three words one
 * in four may be missing; words that say little are left out where there are others.
 */
final class WordQuery {
    static final String TITLE = "title";
    static final String TEXT = "text";
    static final String PEOPLE = "people";
    static final String ABOUT = "about";
    static final String ALL = "all";

    private static final int MOST_WORDS = 12;
    private static final int MOST_SPELLINGS = 16;
    private static final int SHORTEST_BEGINNING = 2;
    private static final float OF_THE_BEST = 0.1f;

    private static final Set<String> SAY_LITTLE = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "but", "by", "can", "do", "does", "for", "from", "get", "has",
            "have", "he", "her", "him", "his", "how", "i", "if", "in", "into", "is", "it", "me", "my", "no", "not",
            "of", "on", "or", "our", "s", "she", "so", "such", "t", "that", "the", "their", "them", "then", "there",
            "these", "they", "this", "to", "us", "was", "we", "what", "when", "where", "which", "who", "why", "will",
            "with", "you", "your");

    private final List<Word> words = new ArrayList<>();
    private final List<List<Word>> phrases = new ArrayList<>();
    private final String typed;

    private WordQuery(String typed) {
        this.typed = typed;
    }

    /** @param typed clean, of any length; what is too much is passed over */
    static WordQuery of(String typed, WordAnalyzer analyzer) {
        WordQuery query = new WordQuery(typed.replaceAll("[“”„«»]", "\""));
        int from = 0;
        int quote = query.typed.indexOf('"');
        while (quote >= 0) {
            int end = query.typed.indexOf('"', quote + 1);
            if (end < 0) {
                break;
            }
            query.add(from, quote, analyzer);
            query.addPhrase(quote + 1, end, analyzer);
            from = end + 1;
            quote = query.typed.indexOf('"', from);
        }
        query.add(from, query.typed.length(), analyzer);
        query.leaveOutWhatSaysLittle();
        return query;
    }

    private void add(int from, int to, WordAnalyzer analyzer) {
        for (Word word : analyzer.words(typed.substring(from, to))) {
            if (words.size() < MOST_WORDS) {
                words.add(new Word(word.word(), word.stem(), from + word.start(), from + word.end()));
            }
        }
    }

    private void addPhrase(int from, int to, WordAnalyzer analyzer) {
        List<Word> phrase = analyzer.words(typed.substring(from, to));
        if (phrase.size() == 1) {
            add(from, to, analyzer);
        } else if (!phrase.isEmpty() && phrases.size() < MOST_WORDS) {
            phrases.add(phrase.subList(0, Math.min(phrase.size(), MOST_WORDS)));
        }
    }

    private void leaveOutWhatSaysLittle() {
        boolean others = !phrases.isEmpty() || words.stream().anyMatch(word -> !SAY_LITTLE.contains(word.word()));
        if (others) {
            words.removeIf(word -> SAY_LITTLE.contains(word.word()));
        }
    }

    /** Whether there is nothing in it that could be found. */
    boolean isEmpty() {
        return words.isEmpty() && phrases.isEmpty();
    }

    List<Word> words() {
        return words;
    }

    /** The same with another word in the place of one. */
    String with(Word word, String instead) {
        return typed.substring(0, word.start()) + instead + typed.substring(word.end());
    }

    /** Without any right: for marking what was found. */
    Query query() {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        phrases.forEach(phrase -> all.add(phrase(phrase), Occur.MUST));
        if (!words.isEmpty()) {
            BooleanQuery.Builder some = new BooleanQuery.Builder();
            for (Word word : words) {
                some.add(word(word, word.equals(words.getLast())), Occur.SHOULD);
            }
            some.setMinimumNumberShouldMatch(words.size() <= 3 ? words.size() : words.size() - words.size() / 4);
            all.add(some.build(), Occur.MUST);
        }
        return all.build();
    }

    private static Query word(Word word, boolean last) {
        List<Query> ways = new ArrayList<>();
        in(TITLE, 3, word, ways);
        in(PEOPLE, 2, word, ways);
        in(TEXT, 1, word, ways);
        in(ABOUT, 0.2f, word, ways);
        if (last && word.word().length() >= SHORTEST_BEGINNING) {
            ways.add(new BoostQuery(new PrefixQuery(new Term(ALL, word.word())), 0.15f));
        }
        int wrong = word.word().length() >= 9 ? 2 : word.word().length() >= 5 ? 1 : 0;
        if (wrong > 0) {
            ways.add(new BoostQuery(like(word.word(), wrong), 0.1f));
        }
        return new DisjunctionMaxQuery(ways, OF_THE_BEST);
    }

    private static void in(String field, float weight, Word word, List<Query> ways) {
        ways.add(new BoostQuery(new TermQuery(new Term(field, word.word())), weight));
        if (!word.stem().equals(word.word())) {
            ways.add(new BoostQuery(new TermQuery(new Term(field, word.stem())), weight * 0.9f));
        }
    }

    private static Query phrase(List<Word> phrase) {
        List<Query> ways = new ArrayList<>();
        for (String field : List.of(TITLE, TEXT, PEOPLE)) {
            PhraseQuery.Builder words = new PhraseQuery.Builder();
            phrase.forEach(word -> words.add(new Term(field, word.word())));
            ways.add(new BoostQuery(words.build(), field.equals(TITLE) ? 3 : 1));
        }
        return new DisjunctionMaxQuery(ways, OF_THE_BEST);
    }

    /** Documents with a word like this one, whose first letter is the same. */
    static Query like(String word, int wrong) {
        return new FuzzyQuery(
                new Term(ALL, word),
                wrong,
                1,
                MOST_SPELLINGS,
                true,
                new MultiTermQuery.TopTermsBoostOnlyBooleanQueryRewrite(MOST_SPELLINGS));
    }
}
