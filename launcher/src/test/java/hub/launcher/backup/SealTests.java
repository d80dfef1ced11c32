package hub.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SealTests {
    private static final Passphrase OURS = passphrase("a long walk by the sea");

    private static Passphrase passphrase(String words) {
        return Passphrase.of(Map.of("HEARTH_BACKUP_PASSPHRASE", words));
    }

    private static byte[] sealed(byte[] bytes) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (SealedOutput out = new SealedOutput(file, Seal.fresh(OURS))) {
            out.write(bytes);
        }
        return file.toByteArray();
    }

    private static byte[] opened(byte[] file, Passphrase passphrase) throws IOException {
        try (SealedInput in = new SealedInput(new ByteArrayInputStream(file), passphrase)) {
            return in.readAllBytes();
        }
    }

    private static byte[] someBytes(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    @Test
    void whatWasSealedComesBackAtEachLength() throws IOException {
        for (int length : new int[] {0, 1, Seal.PIECE - 1, Seal.PIECE, Seal.PIECE + 1, 3 * Seal.PIECE}) {
            byte[] bytes = someBytes(length);
            assertThat(opened(sealed(bytes), OURS)).as("%d bytes", length).isEqualTo(bytes);
        }
    }

    @Test
    void nothingOfTheWordsStandsInTheFileAndNoTwoFilesAreAlike() throws IOException {
        byte[] words = "Amina's phone number".getBytes(StandardCharsets.UTF_8);
        byte[] file = sealed(words);
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain("Amina", "phone");
        assertThat(file).isNotEqualTo(sealed(words));
    }

    @Test
    void aFileThatWasCutOffIsNoticedWhereverThatWas() throws IOException {
        byte[] file = sealed(someBytes(2 * Seal.PIECE + 100));
        int piece = Seal.PIECE + Seal.TAG;
        for (int length : new int[] {
            Seal.HEAD, Seal.HEAD + 5, Seal.HEAD + piece, Seal.HEAD + 2 * piece, Seal.HEAD + piece + 9, file.length - 1
        }) {
            assertThatThrownBy(() -> opened(Arrays.copyOf(file, length), OURS))
                    .as("%d of %d bytes", length, file.length)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void piecesThatAreExchangedAndABitThatFlippedAreNoticed() throws IOException {
        byte[] file = sealed(someBytes(2 * Seal.PIECE + 100));
        int piece = Seal.PIECE + Seal.TAG;
        byte[] exchanged = file.clone();
        System.arraycopy(file, Seal.HEAD, exchanged, Seal.HEAD + piece, piece);
        System.arraycopy(file, Seal.HEAD + piece, exchanged, Seal.HEAD, piece);
        assertThatThrownBy(() -> opened(exchanged, OURS)).isInstanceOf(IOException.class);
        for (int at : new int[] {Seal.HEAD - 1, Seal.HEAD, file.length / 2, file.length - 1}) {
            byte[] flipped = file.clone();
            flipped[at] ^= 1;
            assertThatThrownBy(() -> opened(flipped, OURS)).as("at %d", at).isInstanceOf(IOException.class);
        }
    }

    @Test
    void anotherPassphraseOpensNothingAndAnotherFileIsNoBackup() throws IOException {
        byte[] file = sealed(someBytes(10));
        assertThatThrownBy(() -> opened(file, passphrase("a long walk by the lake")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> opened(someBytes(1000), OURS))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("no backup");
    }

    @Test
    void aPassphraseIsAskedForAndMustBeLongEnough() {
        assertThatThrownBy(() -> Passphrase.of(Map.of())).hasMessageContaining("HEARTH_BACKUP_PASSPHRASE_FILE");
        assertThatThrownBy(() -> passphrase("short")).hasMessageContaining("12 characters");
        assertThatThrownBy(() -> Passphrase.of(Map.of("HEARTH_BACKUP_PASSPHRASE_FILE", "/nowhere/at/all")))
                .hasMessageContaining("cannot be read");
        assertThat(OURS.toString()).doesNotContain("sea");
    }
}
