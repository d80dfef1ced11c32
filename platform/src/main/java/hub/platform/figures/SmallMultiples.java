package hub.platform.figures;

import hub.platform.figures.FigureTable.Row;
import java.util.List;

/** A small chart for each row, all to one scale, so that they can be compared. */
public record SmallMultiples(List<LineChart> charts) implements Drawing {
    private static final int WIDTH = 170;
    private static final int HEIGHT = 84;

    public SmallMultiples {
        charts = List.copyOf(charts);
    }

    public static SmallMultiples of(FigureTable table) {
        List<Row> rows = table.body();
        LineChart.Frame frame = new LineChart.Frame(WIDTH, HEIGHT, LineChart.scale(rows), table.bodyColumns());
        return new SmallMultiples(rows.stream()
                .map(row -> frame.chart(row.name(), List.of(row), 0))
                .toList());
    }
}
