package hub.forum.figures;

import hub.platform.figures.FigureTable;
import java.time.LocalDate;
import java.util.List;

/**
 * What may be shown of some weeks on the boards.
 *
 * @param weeks the Mondays they begin with
 * @param posts by board and by week, with the total of each week
 * @param people who wrote in all these weeks, by board
 */
public record BoardWeeks(List<LocalDate> weeks, FigureTable posts, FigureTable people) {}
