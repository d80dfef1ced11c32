package hub.resources.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.platform.content.Content;
import hub.platform.content.Content.ContentMistake;
import hub.resources.audiences.Audience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PieceFileTests {
    private static final String FINE = """
            ---
            title: "Sleep: what helps"
            summary: Nights are hard.
            topics: [sleep-and-health, settling-in]
            audience: kinship
            standards: [3, 5]
            owner: Health team
            version: 2
            updated: 2026-10-12
            reviewBy: 2027-10-12
            start: 1
            ---
            Leave the light on.
            """;

    @TempDir
    Path root;

    @Test
    void readsWhatTheFrontMatterSays() throws IOException {
        Piece piece = read(FINE);
        assertThat(piece.slug()).isEqualTo("sleep");
        assertThat(piece.title()).isEqualTo("Sleep: what helps");
        assertThat(piece.topics()).containsExactly("sleep-and-health", "settling-in");
        assertThat(piece.audience()).isEqualTo(Audience.KINSHIP);
        assertThat(piece.standards()).containsExactly(3, 5);
        assertThat(piece.updated()).isEqualTo(LocalDate.of(2026, 10, 12));
        assertThat(piece.start()).isEqualTo(1);
        assertThat(piece.minutes()).isEqualTo(1);
    }

    @Test
    void isDueOnTheDayAfterItsDate() throws IOException {
        Piece piece = read(FINE);
        assertThat(piece.dueOn(LocalDate.of(2027, 10, 12))).isFalse();
        assertThat(piece.dueOn(LocalDate.of(2027, 10, 13))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            owner: Health team        | owner:                  | 7  | "owner" must be a text
            owner: Health team        | x: y                    | 1  | "owner" is missing
            version: 2                | version: two            | 8  | "version" must be a whole number from 1
            audience: kinship         | audience: everyone      | 5  | "audience" must be public, carers, kinship or staff
            standards: [3, 5]         | standards: [three]      | 6  | "standards" must be a list such as [2, 4]
            topics: [sleep-and-health, settling-in] | topics: [] | 4 | "topics" must name at least one topic
            reviewBy: 2027-10-12      | reviewBy: next year     | 10 | "reviewBy" must be a date such as 2026-09-14
            title: "Sleep: what helps" | title: Sleep: what helps | 2 | mapping values are not allowed here
            """)
    void aSlipNamesFileAndLine(String right, String wrong, int line, String what) {
        assertThatThrownBy(() -> read(FINE.replace(right, wrong)))
                .isInstanceOf(ContentMistake.class)
                .hasMessageContaining("library/sleep.md, line " + line + ": ")
                .hasMessageContaining(what);
    }

    @Test
    void aFileWithoutFrontMatterIsAMistake() {
        assertThatThrownBy(() -> read("Just text"))
                .isInstanceOf(ContentMistake.class)
                .hasMessageContaining("library/sleep.md, line 1");
    }

    private Piece read(String text) throws IOException {
        Path file = root.resolve("content/library/sleep.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return new PieceFile(new Content(root.resolve("content")).page(file), Files.readAllLines(file))
                .read("<p></p>", 1);
    }
}
