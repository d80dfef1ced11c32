package hub.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client of clamd, with one that speaks INSTREAM in this JVM. {@link RealClamdTests} is the same with the real one. */
class ClamdTests {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aFileOfSomePieces() throws IOException {
        byte[] bytes = new byte[300_000];
        new Random(7).nextBytes(bytes);
        file = Files.write(folder.resolve("file"), bytes);
    }

    @Test
    void whereThereIsNoScannerAFilePasses() {
        assertThat(new Clamd("", LONGEST).scan(file)).isEqualTo(FileState.PASSED);
    }

    @Test
    void whatIsCalledGoodPassesAndEveryByteOfItCame() throws IOException {
        try (InJvmClamd clamd = InJvmClamd.answering("stream: OK")) {
            assertThat(new Clamd(clamd.address(), LONGEST).scan(file)).isEqualTo(FileState.PASSED);
            assertThat(clamd.received()).isEqualTo(Files.readAllBytes(file));
        }
    }

    @Test
    void whatIsFoundIsSaidToBeFound() throws IOException {
        try (InJvmClamd clamd = InJvmClamd.answering("stream: Win.Test.Of-Ours FOUND")) {
            assertThat(new Clamd(clamd.address(), LONGEST).scan(file)).isEqualTo(FileState.FOUND);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "OK",
                "stream: OK stream: x FOUND ERROR",
                "stream: ok",
                "INSTREAM size limit exceeded. ERROR",
                "UNKNOWN COMMAND"
            })
    void anyOtherAnswerMakesTheFileWait(String answer) throws IOException {
        try (InJvmClamd clamd = InJvmClamd.answering(answer)) {
            assertThat(new Clamd(clamd.address(), LONGEST).scan(file)).isEqualTo(FileState.WAITING);
        }
    }

    @Test
    void oneThatAnswersBeforeTheEndIsHeard() throws IOException {
        try (InJvmClamd clamd = InJvmClamd.answeringAtOnce("INSTREAM size limit exceeded. ERROR")) {
            assertThat(new Clamd(clamd.address(), LONGEST).scan(file)).isEqualTo(FileState.WAITING);
        }
    }

    @Test
    void oneThatHangsIsNotWaitedForForEver() throws IOException {
        try (InJvmClamd clamd = InJvmClamd.silent()) {
            long began = System.nanoTime();
            assertThat(new Clamd(clamd.address(), Duration.ofMillis(300)).scan(file))
                    .isEqualTo(FileState.WAITING);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void oneThatEndsInTheMiddleMakesTheFileWait() throws IOException {
        try (InJvmClamd clamd = InJvmClamd.hangingUp()) {
            assertThat(new Clamd(clamd.address(), LONGEST).scan(file)).isEqualTo(FileState.WAITING);
        }
    }

    @Test
    void oneThatIsAwayMakesTheFileWait() throws IOException {
        String address;
        try (InJvmClamd clamd = InJvmClamd.silent()) {
            address = clamd.address();
        }
        assertThat(new Clamd(address, LONGEST).scan(file)).isEqualTo(FileState.WAITING);
        assertThat(new Clamd(folder.resolve("none.ctl").toString(), LONGEST).scan(file))
                .isEqualTo(FileState.WAITING);
        assertThat(new Clamd("no-such-host.invalid:3310", LONGEST).scan(file)).isEqualTo(FileState.WAITING);
    }

    @Test
    void aSettingThatIsNoAddressIsSaidAtTheStart() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Clamd("clamd", LONGEST));
    }
}
