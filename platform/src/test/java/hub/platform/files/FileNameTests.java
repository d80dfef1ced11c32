package hub.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sleep diary.pdf                | Sleep diary.pdf",
                "SCAN 001.PDF                   | SCAN 001.pdf",
                "../../etc/passwd.pdf           | passwd.pdf",
                "C:\\Users\\Jo\\My file.pdf     | My file.pdf",
                ".htaccess.pdf                  | htaccess.pdf",
                "a<b>c:d?e*f.pdf                | a b c d e f.pdf",
                "con.pdf                        | file-con.pdf",
                "LPT1.notes.pdf                 | file-LPT1.notes.pdf",
                "...pdf                         | file.pdf",
                "report.pdf. .                  | report.pdf.pdf",
                "café – Zoë’s notes.pdf         | café – Zoë’s notes.pdf"
            })
    void aNameCanBeSavedOnAnyComputer(String sent, String kept) {
        assertThat(FileName.of(sent).as(FileKind.PDF)).isEqualTo(kept);
    }

    @Test
    void whatTurnsTextAroundOrIsNotSeenIsGone() {
        assertThat(FileName.of("invoice\u202Efdp.exe.pdf").as(FileKind.PDF)).isEqualTo("invoicefdp.exe.pdf");
        assertThat(FileName.of("a\u0000b\r\nc\u200Bd\uD800.pdf").as(FileKind.PDF))
                .isEqualTo("ab cd.pdf");
        assertThat(FileName.of("\u200B\u2066.pdf").as(FileKind.PDF)).isEqualTo("file.pdf");
    }

    @Test
    void aNameThatIsTooLongIsCutBetweenCharacters() {
        String kept = FileName.of("🦊".repeat(300) + ".pdf").as(FileKind.PDF);
        assertThat(kept).isEqualTo("🦊".repeat(100) + ".pdf");
    }

    @Test
    void theEndingIsThatOfWhatWasKept() {
        assertThat(FileName.of("cat.gif").as(FileKind.PNG)).isEqualTo("cat.png");
        assertThat(FileName.of("cat.jpeg").as(FileKind.JPEG)).isEqualTo("cat.jpeg");
        assertThat(FileName.of("cat").as(FileKind.JPEG)).isEqualTo("cat.jpg");
    }

    @Test
    void aSizeIsSaidAsPeopleSayIt() {
        assertThat(ofSize(999)).isEqualTo("999 bytes");
        assertThat(ofSize(12_400)).isEqualTo("12 kB");
        assertThat(ofSize(1_250_000)).isEqualTo("1.2 MB");
        assertThat(ofSize(26_214_400)).isEqualTo("26.2 MB");
    }

    private static String ofSize(long size) {
        return new StoredFile(
                        "0",
                        FileState.PASSED,
                        "a.pdf",
                        FileKind.PDF,
                        size,
                        "",
                        "",
                        java.time.Instant.EPOCH,
                        "",
                        "",
                        null)
                .sizeInWords();
    }
}
