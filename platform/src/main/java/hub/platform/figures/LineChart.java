package hub.platform.figures;

import hub.platform.figures.FigureTable.Cell;
import hub.platform.figures.FigureTable.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * A line for each row, over the columns, which follow each other in time. Lines differ by their dashes and by the shape of their points, not by colour alone; where a number is
 * withheld a line is broken.
 *
 * @param name what it is called among {@link SmallMultiples}; else empty
 * @param right where its lines end
 * @param bottom where nought is
 * @param ticks from nought
 * @param first the first column's name
 * @param last the last column's name
 * @param namesY where these two stand
 */
public record LineChart(
        String name,
        int width,
        int height,
        int right,
        int bottom,
        List<Tick> ticks,
        String first,
        String last,
        int namesY,
        List<Line> lines)
        implements Drawing {
    /** More cannot be told apart; they are for {@link SmallMultiples}. */
    public static final int MOST_LINES = 4;

    private static final int LEFT = 34;
    private static final int WIDTH = 320;
    private static final int HEIGHT = 150;
    private static final int ABOVE = 12;
    private static final int BELOW = 24;
    private static final int KEY = 22;
    private static final int BESIDE = 8;

    public LineChart {
        ticks = List.copyOf(ticks);
        lines = List.copyOf(lines);
    }

    /** @param y where the number's line is */
    public record Tick(String text, String y) {}

    /**
     * @param number from 1: which dashes and points it has
     * @param path through the points that are shown
     * @param points the outlines of their marks
     * @param keyY where its name stands below the chart
     * @param key the line beside that
     * @param keyPoint the mark on it
     */
    public record Line(String name, int number, String path, String points, int keyY, String key, String keyPoint) {
        public Line {
            if (number < 1 || number > MOST_LINES) {
                throw new IllegalArgumentException("There is no line " + number);
            }
        }
    }

    /**
     * @throws IllegalArgumentException for more than {@link #MOST_LINES} rows
     */
    public static LineChart of(FigureTable table) {
        List<Row> rows = table.body();
        Frame frame = new Frame(WIDTH, HEIGHT, scale(rows), table.bodyColumns());
        int key = rows.size() > 1 ? rows.size() * KEY : 0;
        return frame.chart("", rows, key);
    }

    static Scale scale(List<Row> rows) {
        return Scale.of(rows.stream().flatMapToLong(row -> row.cells().stream().mapToLong(BarChart::known)));
    }

    /** Where things stand in one chart. */
    record Frame(int width, int height, Scale scale, List<String> columns) {

        /** @param key how much room the names of the lines take below it */
        LineChart chart(String name, List<Row> rows, int key) {
            List<Line> lines = new ArrayList<>();
            for (Row row : rows) {
                int number = lines.size() + 1;
                int keyY = height + BELOW + number * KEY - 6;
                lines.add(new Line(
                        row.name(),
                        number,
                        path(row),
                        points(row, number),
                        keyY,
                        "M" + LEFT + " " + (keyY - 4) + "h36",
                        "M" + (LEFT + 18) + " " + (keyY - 4) + outline(number)));
            }
            List<Tick> ticks = scale.ticks().stream()
                    .map(tick -> new Tick(new Cell(tick).text(), Scale.number(y(tick))))
                    .toList();
            return new LineChart(
                    name,
                    width,
                    height + BELOW + key,
                    width - BESIDE,
                    height,
                    ticks,
                    columns.isEmpty() ? "" : columns.getFirst(),
                    columns.size() < 2 ? "" : columns.getLast(),
                    height + BELOW - 6,
                    lines);
        }

        private String path(Row row) {
            StringBuilder path = new StringBuilder();
            boolean drawn = false;
            for (int column = 0; column < columns.size(); column++) {
                Cell cell = row.cells().get(column);
                if (!cell.withheld()) {
                    path.append(drawn ? 'L' : 'M').append(at(column, BarChart.known(cell)));
                }
                drawn = !cell.withheld();
            }
            return path.toString();
        }

        private String points(Row row, int number) {
            StringBuilder points = new StringBuilder();
            for (int column = 0; column < columns.size(); column++) {
                Cell cell = row.cells().get(column);
                if (!cell.withheld()) {
                    points.append('M').append(at(column, BarChart.known(cell))).append(outline(number));
                }
            }
            return points.toString();
        }

        private String at(int column, long value) {
            return Scale.number(x(column)) + " " + Scale.number(y(value));
        }

        private double x(int column) {
            double between = width - LEFT - BESIDE;
            return LEFT + (columns.size() < 2 ? between / 2 : between * column / (columns.size() - 1));
        }

        private double y(long value) {
            return height - scale.part(value, height - ABOVE);
        }
    }

    /** Of a mark, from its middle: a disc, a square, one that stands on its corner, a triangle. */
    private static String outline(int number) {
        return switch (number) {
            case 1 -> "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z";
            case 2 -> "m-3-3h6v6h-6z";
            case 3 -> "m0-4.5l4.5 4.5-4.5 4.5-4.5-4.5z";
            default -> "m0-4.5l4 7.5h-8z";
        };
    }
}
