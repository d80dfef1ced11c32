package hub.platform.figures;

import hub.platform.figures.FigureTable.Cell;
import hub.platform.figures.FigureTable.Row;
import hub.platform.text.InputText;
import java.util.ArrayList;
import java.util.List;

/**
 * A bar for each row, lying, with its name above: names are long and phones narrow.
 *
 * @param height of the drawing, which is 320 wide
 */
public record BarChart(int height, List<Bar> bars) implements Drawing {
    private static final int WIDTH = 320;
    private static final int EACH = 40;
    private static final int NAME = 14;
    private static final int BAR = 20;
    private static final int ROOM_FOR_NUMBERS = 52;
    private static final int LONGEST_NAME = 40;

    public BarChart {
        bars = List.copyOf(bars);
    }

    /**
     * @param nameY where the name stands
     * @param y of the bar
     * @param width of the bar; of what is withheld, the same for all
     * @param textX where the number stands
     * @param text the number; empty if it is withheld
     */
    public record Bar(String name, int nameY, int y, String width, String textX, String text, boolean withheld) {}

    /** Of the first column. */
    public static BarChart of(FigureTable table) {
        List<Row> rows = table.body();
        Scale scale = Scale.of(rows.stream()
                .map(row -> row.cells().getFirst())
                .filter(cell -> !cell.withheld())
                .mapToLong(BarChart::known));
        List<Bar> bars = new ArrayList<>();
        for (Row row : rows) {
            int top = bars.size() * EACH;
            Cell cell = row.cells().getFirst();
            double width = cell.withheld() ? ROOM_FOR_NUMBERS : scale.part(known(cell), WIDTH - ROOM_FOR_NUMBERS);
            bars.add(new Bar(
                    shortened(row.name()),
                    top + NAME,
                    top + BAR,
                    Scale.number(width),
                    Scale.number(width + 6),
                    cell.text(),
                    cell.withheld()));
        }
        return new BarChart(bars.size() * EACH, bars);
    }

    /** The whole name stands in the table. */
    private static String shortened(String name) {
        return InputText.length(name) <= LONGEST_NAME ? name : InputText.cut(name, LONGEST_NAME - 1) + "…";
    }

    static long known(Cell cell) {
        Long value = cell.value();
        return value == null ? 0 : value;
    }
}
