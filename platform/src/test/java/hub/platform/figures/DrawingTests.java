package hub.platform.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is drawn is what is shown, and nothing of what is withheld. */
class DrawingTests {

    @ParameterizedTest
    @CsvSource({
        "0,1,1",
        "1,1,1",
        "4,1,4",
        "5,2,6",
        "8,2,8",
        "9,5,10",
        "20,5,20",
        "21,10,30",
        "52,20,60",
        "999,500,1000",
        "12345,5000,15000"
    })
    void aScaleEndsAtARoundNumberAboveAll(long most, long step, long top) {
        assertThat(Scale.of(LongStream.of(most, 0))).isEqualTo(new Scale(step, top));
    }

    @Test
    void aBarIsAsLongAsItsNumberAndAWithheldOneTellsNothing() {
        BarChart chart = BarChart.of(table(List.of(List.of(40L), List.of(20L), List.of(1L), List.of(4L))));
        assertThat(chart.bars().get(0).width()).isEqualTo("268");
        assertThat(chart.bars().get(1).width()).isEqualTo("134");
        assertThat(chart.bars().get(2).withheld()).isTrue();
        assertThat(chart.bars().get(2).width()).isEqualTo(chart.bars().get(3).width());
        assertThat(chart.bars().get(2).text()).isEmpty();
        assertThat(chart.height()).isEqualTo(160);
    }

    @Test
    void aLineIsBrokenWhereANumberIsWithheld() {
        LineChart chart = LineChart.of(table(List.of(List.of(10L, 20L, 2L, 20L, 10L))));
        LineChart.Line line = chart.lines().getFirst();
        assertThat(line.path().chars().filter(c -> c == 'M')).hasSize(2);
        assertThat(line.path().chars().filter(c -> c == 'L')).hasSize(2);
        assertThat(line.path()).startsWith("M34 81L");
        assertThat(chart.first()).isEqualTo("c0");
        assertThat(chart.last()).isEqualTo("c4");
    }

    @Test
    void linesDifferByMoreThanTheirColour() {
        LineChart chart =
                LineChart.of(table(List.of(List.of(10L, 20L), List.of(20L, 10L), List.of(7L, 7L), List.of(9L, 9L))));
        assertThat(chart.lines().stream().map(LineChart.Line::number)).containsExactly(1, 2, 3, 4);
        assertThat(chart.lines().stream().map(line -> line.keyPoint().replaceFirst("M[0-9]+ [0-9]+", "")))
                .doesNotHaveDuplicates();
        FigureTable tooMany = table(List.of(List.of(9L), List.of(9L), List.of(9L), List.of(9L), List.of(9L)));
        assertThatThrownBy(() -> LineChart.of(tooMany)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWideTableIsTurned() {
        FigureTable turned = table(List.of(List.of(10L, 3L, 20L))).turned();
        assertThat(turned.columns()).containsExactly("r0");
        assertThat(turned.rows().stream()
                        .map(row -> row.name() + " " + row.cells().getFirst().text()))
                .containsExactly("c0 10", "c1 ", "c2 20");
    }

    @Test
    void smallMultiplesHaveOneScale() {
        SmallMultiples multiples = SmallMultiples.of(table(List.of(List.of(100L, 50L), List.of(10L, 5L))));
        assertThat(multiples.charts()).hasSize(2);
        assertThat(multiples.charts().get(0).ticks())
                .isEqualTo(multiples.charts().get(1).ticks());
        assertThat(multiples.charts().get(0).name()).isEqualTo("r0");
    }

    @Test
    void oneColumnStandsInTheMiddleAndNoneIsNothing() {
        assertThat(LineChart.of(table(List.of(List.of(10L)))).lines().getFirst().path())
                .startsWith("M173 ");
        assertThat(LineChart.of(Suppression.withoutTotals(Counts.ofPeople(List.of(), List.of(), List.of())))
                        .lines())
                .isEmpty();
    }

    private static FigureTable table(List<List<Long>> values) {
        List<String> rows =
                LongStream.range(0, values.size()).mapToObj(i -> "r" + i).toList();
        List<String> columns = LongStream.range(0, values.getFirst().size())
                .mapToObj(i -> "c" + i)
                .toList();
        return Suppression.withoutTotals(Counts.ofPeople(rows, columns, values));
    }
}
