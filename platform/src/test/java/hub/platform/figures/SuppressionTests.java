package hub.platform.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is withheld stays withheld, also from somebody who sets out to work it out. */
class SuppressionTests {
    private final Random random = new Random(20_261_128);

    @ParameterizedTest
    @CsvSource({"1,1,300", "1,2,300", "2,1,300", "2,2,400", "2,3,300", "3,2,300", "1,5,200", "3,3,60"})
    void noNumberThatIsWithheldCanBeWorkedOut(int rows, int columns, int tables) {
        for (int i = 0; i < tables; i++) {
            Counts counts = someCounts(rows, columns);
            assertNothingCanBeWorkedOut(counts, Suppression.withTotals(counts, "All"));
        }
    }

    /** Each week by itself: the other weeks say nothing of it, nor does a table of other weeks. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6})
    void noNumberOfAColumnCanBeWorkedOutAndItIsTheSameInEachTable(int rows) {
        for (int i = 0; i < 200; i++) {
            Counts counts = someCounts(rows, 3);
            FigureTable all = Suppression.withTotalsOfColumns(counts, "All");
            for (int column = 0; column < 3; column++) {
                int here = column;
                List<List<Long>> values = counts.values().stream()
                        .map(row -> List.of(row.get(here)))
                        .toList();
                Counts alone = people(values);
                FigureTable shown = Suppression.withTotalsOfColumns(alone, "All");
                assertThat(all.rows().stream().map(row -> row.cells().get(here)))
                        .isEqualTo(shown.rows().stream()
                                .map(row -> row.cells().getFirst())
                                .toList());
                assertNothingCanBeWorkedOut(alone, twice(shown));
            }
        }
    }

    /** With the column as its own total, as it is what somebody knows of it. */
    private static FigureTable twice(FigureTable column) {
        return new FigureTable(
                List.of("c0", "All"),
                column.rows().stream()
                        .map(row -> new FigureTable.Row(
                                row.name(),
                                List.of(row.cells().getFirst(), row.cells().getFirst())))
                        .toList(),
                FigureTable.Totals.OF_BOTH);
    }

    @Test
    void nothingBelowFiveIsShown() {
        for (int i = 0; i < 500; i++) {
            Counts counts = someCounts(1 + random.nextInt(6), 1 + random.nextInt(12));
            for (FigureTable table :
                    List.of(Suppression.withTotals(counts, "All"), Suppression.withoutTotals(counts))) {
                assertThat(table.rows().stream().flatMap(row -> row.cells().stream()))
                        .noneMatch(cell -> cell.value() != null && cell.value() < 5);
            }
        }
    }

    /** Each shown row or column with one number withheld would give that away. */
    @Test
    void noRowOrColumnOfALargeTableLacksOneNumberAlone() {
        for (int i = 0; i < 200; i++) {
            FigureTable table = Suppression.withTotals(someCounts(6, 12), "All");
            for (int row = 0; row < 7; row++) {
                assertThat(table.rows().get(row).cells().stream()
                                .filter(FigureTable.Cell::withheld)
                                .count())
                        .isNotEqualTo(1);
            }
            for (int column = 0; column < 13; column++) {
                int here = column;
                assertThat(table.rows().stream()
                                .filter(row -> row.cells().get(here).withheld())
                                .count())
                        .isNotEqualTo(1);
            }
        }
    }

    @Test
    void numbersThatAreLargeEnoughAreAllShownWithTheirTotals() {
        FigureTable table = Suppression.withTotals(people(List.of(List.of(5L, 6L), List.of(7L, 1_000L))), "All");
        assertThat(table.withholdsSome()).isFalse();
        assertThat(table.columns()).containsExactly("c0", "c1", "All");
        assertThat(table.rows().getLast().cells().stream().map(FigureTable.Cell::text))
                .containsExactly("12", "1,006", "1,018");
        assertThat(table.body()).hasSize(2).allMatch(row -> row.cells().size() == 2);
    }

    @Test
    void noMoreIsWithheldThanItTakes() {
        FigureTable table = Suppression.withTotals(
                people(List.of(List.of(3L, 20L, 90L), List.of(30L, 40L, 91L), List.of(80L, 81L, 82L))), "All");
        assertThat(withheld(table)).containsExactlyInAnyOrder("0,0", "0,1", "1,0", "1,1");
    }

    @Test
    void manyPostsOfFewPeopleAreWithheldToo() {
        Counts counts = new Counts(
                List.of("Board"),
                List.of("one", "two"),
                List.of(List.of(40L, 50L)),
                List.of(List.of(1L, 9L, 9L), List.of(1L, 9L, 9L)));
        assertThat(Suppression.withTotals(counts, "All")
                        .rows()
                        .getFirst()
                        .cells()
                        .getFirst()
                        .withheld())
                .isTrue();
        Counts ofTwo = new Counts(
                List.of("Board"), List.of("one"), List.of(List.of(40L)), List.of(List.of(2L, 2L), List.of(2L, 2L)));
        assertThat(Suppression.withTotals(ofTwo, "All").rows().stream().flatMap(row -> row.cells().stream()))
                .allMatch(FigureTable.Cell::withheld);
        assertThat(Suppression.withoutTotals(counts).rows().getFirst().cells().stream()
                        .map(FigureTable.Cell::withheld))
                .containsExactly(true, false);
    }

    @Test
    void anEmptyTableIsEmpty() {
        assertThat(Suppression.withTotals(people(List.of()), "All").rows()).hasSize(1);
        assertThat(Suppression.withoutTotals(people(List.of())).rows()).isEmpty();
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThatThrownBy(() -> people(List.of(List.of(1L), List.of(1L, 2L))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> people(List.of(List.of(-1L)))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aYearOfWeeksOnManyBoardsIsQuick() {
        long began = System.nanoTime();
        assertThat(Suppression.withTotals(someCounts(40, 52), "All").rows()).hasSize(41);
        assertThat(System.nanoTime() - began).isLessThan(10_000_000_000L);
    }

    /**
     * Tries all tables that somebody could think of who sees this one: what is withheld may be anything from nought to some above what it is, and each row, column and total must
     * add up as shown.
     */
    private static void assertNothingCanBeWorkedOut(Counts counts, FigureTable shown) {
        int rows = counts.rows().size();
        int columns = counts.columns().size();
        long[][] guess = new long[rows][columns];
        List<int[]> unknown = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                Long value = shown.rows().get(row).cells().get(column).value();
                if (value == null) {
                    unknown.add(new int[] {row, column});
                } else {
                    guess[row][column] = value;
                }
            }
        }
        List<Set<Long>> possible = IntStream.range(0, (rows + 1) * (columns + 1))
                .<Set<Long>>mapToObj(cell -> new HashSet<>())
                .toList();
        int reach = unknown.size() <= 4 ? 3 : 1;
        tryAll(counts, shown, guess, unknown, 0, reach, possible);
        for (int row = 0; row <= rows; row++) {
            for (int column = 0; column <= columns; column++) {
                if (shown.rows().get(row).cells().get(column).withheld()) {
                    assertThat(possible.get(row * (columns + 1) + column))
                            .as("row %d, column %d of %s, shown as %s", row, column, counts.values(), shown.rows())
                            .hasSizeGreaterThan(1);
                }
            }
        }
    }

    private static void tryAll(
            Counts counts,
            FigureTable shown,
            long[][] guess,
            List<int[]> unknown,
            int next,
            int reach,
            List<Set<Long>> possible) {
        if (next == unknown.size()) {
            note(shown, guess, possible);
            return;
        }
        int row = unknown.get(next)[0];
        int column = unknown.get(next)[1];
        long is = counts.values().get(row).get(column);
        for (long value = Math.max(0, is - reach); value <= is + reach; value++) {
            guess[row][column] = value;
            tryAll(counts, shown, guess, unknown, next + 1, reach, possible);
        }
    }

    private static void note(FigureTable shown, long[][] guess, List<Set<Long>> possible) {
        int columns = guess[0].length;
        long[][] all = new long[guess.length + 1][columns + 1];
        for (int row = 0; row < guess.length; row++) {
            for (int column = 0; column < columns; column++) {
                all[row][column] = guess[row][column];
                all[row][columns] += guess[row][column];
                all[guess.length][column] += guess[row][column];
                all[guess.length][columns] += guess[row][column];
            }
        }
        for (int row = 0; row < all.length; row++) {
            for (int column = 0; column <= columns; column++) {
                Long value = shown.rows().get(row).cells().get(column).value();
                if (value != null && value != all[row][column]) {
                    return;
                }
            }
        }
        for (int row = 0; row < all.length; row++) {
            for (int column = 0; column <= columns; column++) {
                possible.get(row * (columns + 1) + column).add(all[row][column]);
            }
        }
    }

    private Counts someCounts(int rows, int columns) {
        int most = random.nextBoolean() ? 9 : 30;
        List<List<Long>> values = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<Long> line = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                line.add(random.nextInt(4) == 0 ? 0L : random.nextLong(most));
            }
            values.add(line);
        }
        return people(values);
    }

    private static Counts people(List<List<Long>> values) {
        int columns = values.isEmpty() ? 0 : values.getFirst().size();
        return Counts.ofPeople(names("r", values.size()), names("c", columns), values);
    }

    private static List<String> names(String letter, int many) {
        return IntStream.range(0, many).mapToObj(i -> letter + i).toList();
    }

    private static List<String> withheld(FigureTable table) {
        List<String> withheld = new ArrayList<>();
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < table.columns().size(); column++) {
                if (table.rows().get(row).cells().get(column).withheld()) {
                    withheld.add(row + "," + column);
                }
            }
        }
        return withheld;
    }
}
