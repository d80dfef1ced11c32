package hub.platform.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The ways in which numbers of a table could be others while all that is shown stays as it is. Rows and columns are places, and each number leads from its row to its column by
 * rising and back by falling; the totals, whose signs are turned, by falling and back by rising. Along a path that ends where it began each row and each column
 * still adds up. A number that falls must be above nought.
 */
final class ClosedPaths {
    private static final long FAR = Long.MAX_VALUE;

    private final long[][] values;
    private final boolean[][] withheld;
    private final int rows;
    private final int columns;

    /**
     * @param values with the totals in the last row and column, and that of all in the corner
     * @param withheld looked at anew by each question
     */
    ClosedPaths(long[][] values, boolean[][] withheld) {
        this.values = values;
        this.withheld = withheld;
        this.rows = values.length;
        this.columns = values[0].length;
    }

    record Cell(int row, int column) {}

    /** The path through a number that withholds the least of what is still shown: nothing, if it is hidden well enough already. */
    List<Cell> cheapestThrough(int row, int column) {
        Path risen = isMovable(row, column, true) ? path(rows + column, row, new Cell(row, column)) : Path.NONE;
        Path fallen = isMovable(row, column, false) ? path(row, rows + column, new Cell(row, column)) : Path.NONE;
        return (risen.cost() <= fallen.cost() ? risen : fallen).cells();
    }

    private record Path(long cost, List<Cell> cells) {
        static final Path NONE = new Path(FAR, List.of());
    }

    /** Dijkstra's, over rows and then columns as places; a table is small. */
    private Path path(int from, int to, Cell without) {
        int places = rows + columns;
        long[] cost = new long[places];
        int[] before = new int[places];
        boolean[] done = new boolean[places];
        Arrays.fill(cost, FAR);
        cost[from] = 0;
        for (int next = from; next >= 0 && next != to; next = nearest(cost, done)) {
            done[next] = true;
            for (int place = 0; place < places; place++) {
                long step = step(next, place, without);
                if (!done[place] && step != FAR && cost[next] + step < cost[place]) {
                    cost[place] = cost[next] + step;
                    before[place] = next;
                }
            }
        }
        return cost[to] == FAR ? Path.NONE : new Path(cost[to], cells(before, from, to));
    }

    private static int nearest(long[] cost, boolean[] done) {
        int nearest = -1;
        for (int place = 0; place < cost.length; place++) {
            if (!done[place] && cost[place] != FAR && (nearest < 0 || cost[place] < cost[nearest])) {
                nearest = place;
            }
        }
        return nearest;
    }

    /** What it takes to go from one place to another: nothing if that number is withheld already, else about what would be missed. */
    private long step(int from, int to, Cell without) {
        boolean rises = from < rows;
        if (rises == to < rows) {
            return FAR;
        }
        int row = rises ? from : to;
        int column = (rises ? to : from) - rows;
        if (row == without.row() && column == without.column() || !isMovable(row, column, rises)) {
            return FAR;
        }
        return withheld[row][column] ? 0 : values[row][column] + 1;
    }

    /** @param forth from its row to its column: rising, or falling if it is a total */
    private boolean isMovable(int row, int column, boolean forth) {
        boolean total = (row == rows - 1) != (column == columns - 1);
        boolean rises = forth != total;
        return rises || values[row][column] > 0;
    }

    private List<Cell> cells(int[] before, int from, int to) {
        List<Cell> cells = new ArrayList<>();
        for (int place = to; place != from; place = before[place]) {
            int one = Math.min(place, before[place]);
            int other = Math.max(place, before[place]);
            cells.add(new Cell(one, other - rows));
        }
        return cells;
    }
}
