package hub.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpkeepOptionsTests {
    @Test
    void aBackupIsOfTheUsualFolderUnlessAnotherIsNamed() {
        assertThat(UpkeepOptions.parse(List.of("backup", "/b/one")))
                .isEqualTo(new UpkeepOptions(
                        false, Path.of("/b/one"), Path.of("data").toAbsolutePath()));
        assertThat(UpkeepOptions.parse(List.of("backup", "--data", "/srv/hearth", "/b/one")))
                .isEqualTo(new UpkeepOptions(false, Path.of("/b/one"), Path.of("/srv/hearth")));
    }

    @Test
    void aRestoreWantsBothNamed() {
        assertThat(UpkeepOptions.parse(List.of("restore", "/b/one", "--data", "/srv/new")))
                .isEqualTo(new UpkeepOptions(true, Path.of("/b/one"), Path.of("/srv/new")));
        assertThatThrownBy(() -> UpkeepOptions.parse(List.of("restore", "/b/one")))
                .hasMessageContaining("--data");
        assertThatThrownBy(() -> UpkeepOptions.parse(List.of("restore"))).hasMessageContaining("Name the file");
    }

    @Test
    void aPassphraseIsNoOption() {
        assertThatThrownBy(() -> UpkeepOptions.parse(List.of("backup", "/b/one", "--passphrase", "secret")))
                .hasMessageContaining("--passphrase");
    }
}
