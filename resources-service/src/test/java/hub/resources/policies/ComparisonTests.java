package hub.resources.policies;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.text.WordChanges;
import hub.platform.text.WordChanges.Sort;
import hub.resources.policies.comparison.Comparison;
import hub.resources.policies.comparison.Comparison.ClauseChange;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTests {
    @Test
    void clausesAreFoundByTheirAnchorsWhateverTheyAreCalled() {
        List<ClauseChange> changes = Comparison.between(
                        List.of(clause("who", "Who", "All carers."), clause("fees", "Fees", "None.")),
                        List.of(clause("who", "For whom", "All carers."), clause("when", "When", "Always.")))
                .clauses();
        assertThat(changes)
                .extracting(ClauseChange::anchor, ClauseChange::oldTitle, ClauseChange::kind)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("who", "Who", Comparison.Kind.CHANGED),
                        org.assertj.core.api.Assertions.tuple("when", "", Comparison.Kind.ADDED),
                        org.assertj.core.api.Assertions.tuple("fees", "", Comparison.Kind.REMOVED));
    }

    @Test
    void whatStayedAndWhatCameIsTheNewTextAndWhatStayedAndWhatWentTheOldOne() {
        Random random = new Random(24);
        for (int round = 0; round < 200; round++) {
            String before = text(random);
            String after = text(random);
            List<WordChanges.Piece> pieces = WordChanges.between(before, after);
            assertThat(joined(pieces, Sort.ADDED)).isEqualTo(after);
            assertThat(joined(pieces, Sort.REMOVED)).isEqualTo(before);
        }
    }

    private static String joined(List<WordChanges.Piece> pieces, Sort sort) {
        return pieces.stream()
                .filter(piece -> piece.same() || piece.sort() == sort)
                .map(WordChanges.Piece::text)
                .collect(Collectors.joining());
    }

    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(30))
                .mapToObj(at -> List.of("carers", "meet", "monthly", "<b>", "é").get(random.nextInt(5))
                        + List.of(" ", "\n\n", "  ").get(random.nextInt(3)))
                .collect(Collectors.joining());
    }

    private static Clause clause(String anchor, String title, String text) {
        return new Clause(anchor, title, text, "");
    }
}
