package hub.platform.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Text to words: small letters, without accents and apostrophes (O’Brien, O'Brien and OBrien are one), each as it stands and as its English stem at
 * the same place. The same for what is found and for what is typed.
 */
final class WordAnalyzer extends Analyzer {
    private static final Pattern APOSTROPHE = Pattern.compile("'");
    private static final int LONGEST_WORD = 40;

    /**
     * A word of a text.
     *
     * @param stem equal to the word if it is its own
     * @param start where it stands in the text, to {@code end}
     */
    record Word(String word, String stem, int start, int end) {}

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream plain = new LowerCaseFilter(new EnglishPossessiveFilter(words));
        plain = new PatternReplaceFilter(new ASCIIFoldingFilter(plain), APOSTROPHE, "", true);
        plain = new LengthFilter(plain, 1, LONGEST_WORD);
        return new TokenStreamComponents(
                words, new RemoveDuplicatesTokenFilter(new PorterStemFilter(new KeywordRepeatFilter(plain))));
    }

    /** The words of a text in their order. */
    List<Word> words(String text) {
        List<Word> found = new ArrayList<>();
        try (TokenStream tokens = tokenStream("text", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
            OffsetAttribute where = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (step.getPositionIncrement() > 0) {
                    found.add(new Word(term.toString(), term.toString(), where.startOffset(), where.endOffset()));
                } else {
                    Word before = found.removeLast();
                    found.add(new Word(before.word(), term.toString(), before.start(), before.end()));
                }
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("A text of " + text.length() + " characters could not be read", e);
        }
        return found;
    }
}
