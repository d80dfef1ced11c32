package hub.platform.figures;

/**
 * A drawing with the table beside it, for {@code parts/figures :: figure}.
 *
 * @param id within its page, for the names of its parts
 * @param title what is shown: "Posts each week"
 * @param description what can be seen in the drawing, in a sentence, for whoever cannot see it
 * @param corner what the rows of the table are: "Week"
 */
public record Figure(String id, String title, String description, Drawing drawing, String corner, FigureTable table) {

    /** The name of its fragment. */
    public String kind() {
        return switch (drawing) {
            case BarChart bars -> "bars";
            case LineChart lines -> "lines";
            case SmallMultiples multiples -> "multiples";
        };
    }
}
