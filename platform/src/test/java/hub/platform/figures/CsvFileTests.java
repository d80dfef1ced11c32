package hub.platform.figures;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A CSV opens as it is meant, and runs nothing. */
class CsvFileTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"https://evil.example\";\"a\")",
                "+441632960180",
                "-1+1",
                "@SUM(A1)",
                "\t=1+1",
                "\r=1+1",
                "\n=1+1",
                " =1+1",
                "\u00a0=1+1",
                "\u200b=1+1",
                "\ufeff=1+1",
                "\"=1+1",
                "'=1+1",
                "\" '=1+1",
                "“=1+1",
                "＝1+1",
                "＋1",
                "－1",
                "＠SUM(A1)",
                "−1+1",
                "\u0001=1+1",
            })
    void whatBeginsLikeAFormulaIsText(String text) {
        assertThat(CsvFile.neutral(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Amina", "O’Brien", "\"quoted\"", "3 - 2", "a=b", "1,204", "Zoë-Anne", "’"})
    void whatDoesNotIsLeftAsItIs(String text) {
        assertThat(CsvFile.neutral(text)).isEqualTo(text);
    }

    @Test
    void itIsWhatTheStandardAndExcelAskFor() {
        byte[] file = CsvFile.of(List.of(List.of("Name", "Posts"), List.of("Zoë \"Z\", of\nHull", -3L)));
        assertThat(new String(file, StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF\"Name\",\"Posts\"\r\n\"Zoë \"\"Z\"\", of\nHull\",\"-3\"\r\n");
        assertThat(file).startsWith(0xEF, 0xBB, 0xBF);
    }

    @Test
    void anotherProgramReadsWhatWasWritten() {
        List<String> line = List.of("a,b", "c\"d", "e\r\nf", "", "وقت", "g;h");
        String file = new String(CsvFile.of(List.of(line)), StandardCharsets.UTF_8).substring(1);
        assertThat(CsvReader.builder().ofCsvRecord(file).stream().map(CsvRecord::getFields))
                .containsExactly(line);
    }

    @Test
    void aTableIsWrittenWithWhatItWithholds() {
        FigureTable table = Suppression.withoutTotals(
                Counts.ofPeople(List.of("=Board"), List.of("June", "July"), List.of(List.of(12L, 3L))));
        assertThat(new String(CsvFile.of(table.lines("Board", "not shown")), StandardCharsets.UTF_8))
                .contains("\"Board\",\"June\",\"July\"\r\n", "\"'=Board\",\"12\",\"not shown\"\r\n");
    }
}
