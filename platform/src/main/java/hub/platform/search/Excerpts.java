package hub.platform.search;

import hub.platform.search.Search.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.jspecify.annotations.Nullable;

/** Shows where in a text the words are that were asked for: as pieces, which a template escapes like all text. */
final class Excerpts {
    private static final int LONGEST_TEXT = 40_000;
    private static final int ABOUT = 200;
    private static final int LONGEST = 320;
    private static final int BEFORE = 80;

    /** How far into the passage its first word stands, of 1. */
    private static final float BEGINS = 0.3f;

    private final UnifiedHighlighter titles;
    private final UnifiedHighlighter texts;

    Excerpts(WordAnalyzer analyzer) {
        this.titles = highlighter(analyzer, new Pieces(Integer.MAX_VALUE))
                .withBreakIterator(WholeBreakIterator::new)
                .build();
        this.texts = highlighter(analyzer, new Pieces(LONGEST))
                .withBreakIterator(() -> LengthGoalBreakIterator.createClosestToLength(
                        BreakIterator.getSentenceInstance(Locale.UK), ABOUT, BEGINS))
                .build();
    }

    private static UnifiedHighlighter.Builder highlighter(WordAnalyzer analyzer, PassageFormatter formatter) {
        return UnifiedHighlighter.builderWithoutSearcher(analyzer)
                .withFormatter(formatter)
                .withMaxLength(LONGEST_TEXT)
                .withMaxNoHighlightPassages(1)
                // A word counts in whichever field it is: the title may have one and the text the other.
                .withFieldMatcher(field -> true)
                .withWeightMatches(false);
    }

    /** The whole title. */
    List<Part> title(String title, Query words) {
        return pieces(titles, title, words);
    }

    /** The sentence or two that have most of the words, at most {@value #LONGEST} characters; the beginning if none has any. */
    List<Part> text(String text, Query words) {
        return pieces(texts, text, words);
    }

    private static List<Part> pieces(UnifiedHighlighter highlighter, String text, Query words) {
        try {
            Object found = text.isEmpty() ? null : highlighter.highlightWithoutSearcher(WordQuery.TEXT, words, text, 1);
            return found instanceof Found pieces ? pieces.pieces() : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("A text of " + text.length() + " characters could not be read", e);
        }
    }

    private record Found(List<Part> pieces) {}

    private static final class Pieces extends PassageFormatter {
        private final int longest;

        Pieces(int longest) {
            this.longest = longest;
        }

        @Override
        public Object format(Passage @Nullable [] passages, String text) {
            if (passages == null || passages.length == 0) {
                return new Found(List.of());
            }
            Passage passage = passages[0];
            int end = Math.min(passage.getEndOffset(), text.length());
            int start = begin(passage, text, end);
            if (end - start > longest) {
                end = backToSpace(text, start + longest, start);
            }
            while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            List<Part> pieces = new ArrayList<>();
            int from = start;
            if (start > 0) {
                pieces.add(new Part("… ", false));
            }
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int found = passage.getMatchStarts()[i];
                int foundEnd = passage.getMatchEnds()[i];
                if (found >= from && foundEnd <= end) {
                    add(pieces, text, from, found, false);
                    add(pieces, text, found, foundEnd, true);
                    from = foundEnd;
                }
            }
            add(pieces, text, from, end, false);
            if (end < text.stripTrailing().length()) {
                pieces.add(new Part(" …", false));
            }
            return new Found(pieces);
        }

        /** Of a long sentence, from a little before the first word that was found. */
        private int begin(Passage passage, String text, int end) {
            int start = passage.getStartOffset();
            if (end - start <= longest || passage.getNumMatches() == 0) {
                return start;
            }
            int first = passage.getMatchStarts()[0];
            return first - start <= BEFORE ? start : backToSpace(text, first - BEFORE, start);
        }

        private static int backToSpace(String text, int from, int least) {
            int space = from;
            while (space > least && !Character.isWhitespace(text.charAt(space))) {
                space--;
            }
            return space > least ? space : from;
        }

        private static void add(List<Part> pieces, String text, int from, int to, boolean marked) {
            if (to > from) {
                pieces.add(new Part(text.substring(from, to), marked));
            }
        }
    }
}
