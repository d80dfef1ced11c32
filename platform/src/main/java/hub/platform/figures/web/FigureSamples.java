package hub.platform.figures.web;

import hub.platform.figures.BarChart;
import hub.platform.figures.Counts;
import hub.platform.figures.Figure;
import hub.platform.figures.FigureTable;
import hub.platform.figures.LineChart;
import hub.platform.figures.SmallMultiples;
import hub.platform.figures.Suppression;
import hub.platform.pages.Fragment;
import hub.platform.styleguide.StyleguideSection;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Invented numbers, to show figures with in the style guide. */
@Component
@ConditionalOnProperty("hearth.styleguide")
class FigureSamples implements StyleguideSection {
    private static final List<String> BOARDS = List.of("Everyday caring", "Kinship carers", "School and learning");
    private static final List<String> MONTHS = List.of("June", "July", "August", "September", "October");

    @Override
    public Fragment fragment() {
        FigureTable two = Suppression.withTotals(
                Counts.ofPeople(
                        BOARDS,
                        MONTHS,
                        List.of(
                                List.of(34L, 41L, 12L, 45L, 52L),
                                List.of(18L, 16L, 3L, 22L, 25L),
                                List.of(9L, 14L, 8L, 31L, 27L))),
                "All");
        FigureTable one = Suppression.withoutTotals(Counts.ofPeople(
                List.of(
                        "Everyday caring",
                        "Kinship carers",
                        "A board with a name that is much too long for a phone",
                        "New"),
                List.of("People"),
                List.of(List.of(1_204L), List.of(310L), List.of(87L), List.of(2L))));
        String description = "Most in October, fewest in August.";
        return new Fragment(
                "figures/styleguide",
                "samples",
                List.of(
                        new Figure("sample-bars", "People on each board", description, BarChart.of(one), "Board", one),
                        new Figure("sample-lines", "Posts each month", description, LineChart.of(two), "Board", two),
                        new Figure(
                                "sample-multiples",
                                "Posts each month, by board",
                                description,
                                SmallMultiples.of(two),
                                "Board",
                                two)));
    }
}
