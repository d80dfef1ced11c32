package hub.platform.figures;

import hub.platform.figures.FigureTable.Cell;
import hub.platform.figures.FigureTable.Row;
import hub.platform.figures.FigureTable.Totals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Withholds what is about fewer than five people, and as much more as it takes that nothing withheld can be worked out from what is shown: not by taking the other numbers of a
 * row, of a column or of all from a total, nor by putting several of these together. What is withheld for the one reason looks like what is for the other.
 *
 * <p>Totals are numbers like the others: rows and columns of the table with its totals, with the totals' signs turned, each add up to nought. So a withheld number can be another
 * one exactly if some numbers that are withheld too can rise and fall with it in turn, along a closed path through the table ({@link ClosedPaths}), none of them below
 * nought. Each withheld number gets such a path, the one that takes the least away from what is shown.
 */
public final class Suppression {
    /** The fewest people that a number may be about. */
    public static final int LEAST = 5;

    private Suppression() {}

    /**
     * With a total for each row and column, and for all.
     *
     * @param total what these are called
     */
    public static FigureTable withTotals(Counts counts, String total) {
        long[][] values =
                array(Counts.withSums(counts.values(), counts.columns().size()));
        boolean[][] withheld = small(values, counts);
        protect(values, withheld);
        return table(with(counts.rows(), total), with(counts.columns(), total), values, withheld, Totals.OF_BOTH);
    }

    /**
     * With a total for each column alone, and each column by itself: for weeks, of which some are shown now and some were shown before. What is withheld of a week is the
     * same in each table that it stands in, so that nothing comes out by laying one upon another.
     *
     * @param total what these are called
     */
    public static FigureTable withTotalsOfColumns(Counts counts, String total) {
        int rows = counts.rows().size() + 1;
        int columns = counts.columns().size();
        long[][] values = array(Counts.withSums(counts.values(), columns));
        boolean[][] withheld = small(values, counts);
        for (int column = 0; column < columns; column++) {
            // The column and, as the totals of its rows, itself: what hides the one hides the other.
            long[][] alone = new long[rows][2];
            boolean[][] withheldThere = new boolean[rows][2];
            for (int row = 0; row < rows; row++) {
                Arrays.fill(alone[row], values[row][column]);
                Arrays.fill(withheldThere[row], withheld[row][column]);
            }
            protect(alone, withheldThere);
            for (int row = 0; row < rows; row++) {
                withheld[row][column] = withheldThere[row][0];
            }
        }
        return table(with(counts.rows(), total), counts.columns(), withoutLast(values), withheld, Totals.OF_COLUMNS);
    }

    private static long[][] withoutLast(long[][] values) {
        return Arrays.stream(values)
                .map(row -> Arrays.copyOf(row, row.length - 1))
                .toArray(long[][]::new);
    }

    /** Without totals, so that there is nothing to work anything out from: for people, who may be counted in several rows. */
    public static FigureTable withoutTotals(Counts counts) {
        long[][] values = array(counts.values());
        return table(counts.rows(), counts.columns(), values, small(values, counts), Totals.NONE);
    }

    /** A number that gets no path of its own gets that of one before it; what a path takes along is on that path itself. So one round is enough. */
    private static void protect(long[][] values, boolean[][] withheld) {
        ClosedPaths paths = new ClosedPaths(values, withheld);
        for (int row = 0; row < values.length; row++) {
            for (int column = 0; column < values[row].length; column++) {
                if (withheld[row][column]) {
                    paths.cheapestThrough(row, column).forEach(cell -> withheld[cell.row()][cell.column()] = true);
                }
            }
        }
    }

    private static long[][] array(List<List<Long>> numbers) {
        return numbers.stream()
                .map(row -> row.stream().mapToLong(Long::longValue).toArray())
                .toArray(long[][]::new);
    }

    private static boolean[][] small(long[][] values, Counts counts) {
        boolean[][] small = new boolean[values.length][];
        for (int row = 0; row < values.length; row++) {
            small[row] = new boolean[values[row].length];
            for (int column = 0; column < values[row].length; column++) {
                small[row][column] =
                        values[row][column] < LEAST || counts.people().get(row).get(column) < LEAST;
            }
        }
        return small;
    }

    private static FigureTable table(
            List<String> rows, List<String> columns, long[][] values, boolean[][] withheld, Totals totals) {
        List<Row> shown = new ArrayList<>();
        for (int row = 0; row < values.length; row++) {
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < values[row].length; column++) {
                cells.add(new Cell(withheld[row][column] ? null : values[row][column]));
            }
            shown.add(new Row(rows.get(row), cells));
        }
        return new FigureTable(columns, shown, totals);
    }

    private static List<String> with(List<String> names, String last) {
        List<String> all = new ArrayList<>(names);
        all.add(last);
        return all;
    }
}
