package hub.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Debian's clamd itself, with one signature, of our own, and nothing fetched. Where there is none, {@link ClamdTests} stands for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealClamdTests {
    private static final String HARMFUL = "these words are harmful in this test and nowhere else";

    @TempDir
    static Path folder;

    private Process process;
    private Clamd clamd;

    @BeforeAll
    void aScannerThatKnowsOneSignature() throws IOException {
        Path program = Stream.of("/usr/sbin/clamd", "/usr/local/sbin/clamd", "/opt/homebrew/sbin/clamd")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeThat(program).as("clamd (Debian's package clamav-daemon)").isNotNull();
        Path signatures = Files.createDirectory(folder.resolve("signatures"));
        Files.writeString(
                signatures.resolve("ours.ndb"),
                "Test.Of-Ours:0:*:" + HexFormat.of().formatHex(HARMFUL.getBytes(StandardCharsets.US_ASCII)) + "\n");
        Path socket = folder.resolve("clamd.ctl");
        Path settings = Files.write(
                folder.resolve("clamd.conf"),
                List.of(
                        "LocalSocket " + socket,
                        "DatabaseDirectory " + signatures,
                        "TemporaryDirectory " + folder,
                        "Foreground yes",
                        "StreamMaxLength 1M"));
        process = new ProcessBuilder(program.toString(), "--config-file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(folder.resolve("log").toFile()))
                .start();
        clamd = new Clamd(socket.toString(), Duration.ofSeconds(20));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(socket) || !process.isAlive());
        assertThat(process.isAlive())
                .as(Files.readString(folder.resolve("log")))
                .isTrue();
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (process != null) {
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    void goodPassesAndHarmIsFound() throws IOException {
        assertThat(clamd.scan(file("Nothing but good."))).isEqualTo(FileState.PASSED);
        assertThat(clamd.scan(file("Here, " + HARMFUL + "."))).isEqualTo(FileState.FOUND);
        assertThat(clamd.scan(file("x".repeat(900_000)))).isEqualTo(FileState.PASSED);
    }

    @Test
    void whatIsLargerThanItLooksAtWaits() throws IOException {
        assertThat(clamd.scan(file("x".repeat(5_000_000)))).isEqualTo(FileState.WAITING);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "file", ""), text);
    }
}
