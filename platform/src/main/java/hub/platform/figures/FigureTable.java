package hub.platform.figures;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that may be shown, with what was withheld among them.
 *
 * @param columns names; the last one may be of totals
 * @param rows the last one may be of totals
 */
public record FigureTable(List<String> columns, List<Row> rows, Totals totals) {

    /** Which totals stand in it. */
    public enum Totals {
        NONE,
        /** Of each column: the last row. */
        OF_COLUMNS,
        /** Of each column and row: the last row and the last column. */
        OF_BOTH
    }

    public FigureTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** @param name of the row */
    public record Row(String name, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** @param value null if it is withheld */
    public record Cell(@Nullable Long value) {
        public boolean withheld() {
            return value == null;
        }

        /** "1,204"; empty if it is withheld. */
        public String text() {
            return value == null ? "" : String.format(Locale.UK, "%,d", value);
        }
    }

    public boolean withholdsSome() {
        return rows.stream().flatMap(row -> row.cells().stream()).anyMatch(Cell::withheld);
    }

    /** Without the totals, for drawing. */
    public List<Row> body() {
        return switch (totals) {
            case NONE -> rows;
            case OF_COLUMNS -> rows.subList(0, rows.size() - 1);
            case OF_BOTH ->
                rows.subList(0, rows.size() - 1).stream()
                        .map(row -> new Row(
                                row.name(), row.cells().subList(0, row.cells().size() - 1)))
                        .toList();
        };
    }

    /** With its columns as rows, for a table without totals that would be wide and low. */
    public FigureTable turned() {
        return new FigureTable(
                rows.stream().map(Row::name).toList(),
                IntStream.range(0, columns.size())
                        .mapToObj(column -> new Row(
                                columns.get(column),
                                rows.stream()
                                        .map(row -> row.cells().get(column))
                                        .toList()))
                        .toList(),
                Totals.NONE);
    }

    /** Names of the columns without that of the totals. */
    public List<String> bodyColumns() {
        return totals == Totals.OF_BOTH ? columns.subList(0, columns.size() - 1) : columns;
    }

    /**
     * For a {@link CsvFile}: the names of the columns, then each row; numbers as numbers.
     *
     * @param corner what the rows are, such as "Board"
     * @param withheld what stands for a number that is not shown
     */
    public List<List<Object>> lines(String corner, String withheld) {
        Stream<List<Object>> head = Stream.of(Stream.concat(Stream.of(corner), columns.stream())
                .map(Object.class::cast)
                .toList());
        Stream<List<Object>> body = rows.stream()
                .map(row -> Stream.<Object>concat(
                                Stream.of(row.name()),
                                row.cells().stream().map(cell -> cell.value() == null ? withheld : cell.value()))
                        .toList());
        return Stream.concat(head, body).toList();
    }
}
