package hub.platform.files.cleaning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hub.platform.files.FileKind;
import hub.platform.files.FileRefusal;
import hub.platform.refusals.Rejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process of its own, as it is started in the hub. */
class FileCleanerTests {
    @TempDir
    Path folder;

    private final FileCleaner cleaner = new FileCleaner(Duration.ofSeconds(30));

    private CleanFile clean(FileCleaner by, byte[] sent, FileKind kind) throws IOException {
        Path work = Files.createTempDirectory(folder, "work");
        return by.clean(Files.write(folder.resolve("sent"), sent), kind, work);
    }

    @Test
    void aFileComesBackCleanWithItsWords() throws IOException {
        CleanFile clean = clean(cleaner, MadeFiles.pdf("A sleep diary"), FileKind.PDF);
        assertThat(clean.kind()).isEqualTo(FileKind.PDF);
        assertThat(clean.words()).isEqualTo("A sleep diary");
        assertThat(Files.size(clean.path())).isPositive();
        assertThat(clean(cleaner, MadeFiles.photograph(6), FileKind.JPEG).words())
                .isEmpty();
    }

    @Test
    void whyAFileIsRefusedComesThrough() {
        assertRefused(MadeFiles.headerOfPng(60_000, 60_000), FileKind.PNG, FileRefusal.PICTURE_TOO_LARGE);
        assertRefused("%PDF-1.7 and no more".getBytes(UTF_8), FileKind.PDF, FileRefusal.DAMAGED);
    }

    private void assertRefused(byte[] sent, FileKind kind, FileRefusal why) {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> clean(cleaner, sent, kind))
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(why));
    }

    @Test
    void aProcessThatTakesTooLongIsEnded() {
        FileCleaner hasty = new FileCleaner(Duration.ofMillis(1));
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> clean(hasty, MadeFiles.pdf("Text"), FileKind.PDF))
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(FileRefusal.TOO_MUCH_IN_IT));
        assertThat(ProcessHandle.current()
                        .children()
                        .filter(child ->
                                child.info().commandLine().orElse("").contains(CleaningProcess.class.getSimpleName())))
                .isEmpty();
    }
}
