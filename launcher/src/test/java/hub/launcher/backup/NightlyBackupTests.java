package hub.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NightlyBackupTests {
    @Test
    void oneIsDueWhenHalfPastTwoInTheMorningHasGoneBySinceTheLast() {
        Instant last = Instant.parse("2026-01-10T02:31:00Z");
        assertThat(NightlyBackup.isDue(last, Instant.parse("2026-01-10T23:59:00Z")))
                .isFalse();
        assertThat(NightlyBackup.isDue(last, Instant.parse("2026-01-11T02:29:00Z")))
                .isFalse();
        assertThat(NightlyBackup.isDue(last, Instant.parse("2026-01-11T02:30:00Z")))
                .isTrue();
    }

    @Test
    void inSummerThatIsAnHourEarlierByUniversalTime() {
        Instant last = Instant.parse("2026-07-10T01:31:00Z");
        assertThat(NightlyBackup.isDue(last, Instant.parse("2026-07-11T01:29:00Z")))
                .isFalse();
        assertThat(NightlyBackup.isDue(last, Instant.parse("2026-07-11T01:30:00Z")))
                .isTrue();
    }

    @Test
    void oneThatWasMissedIsDueAtAnyHour() {
        assertThat(NightlyBackup.isDue(Instant.parse("2026-01-08T02:31:00Z"), Instant.parse("2026-01-10T01:00:00Z")))
                .isTrue();
    }

    @Test
    void withoutAFolderThereIsNoneAndWithOneAPassphraseIsNeeded() {
        assertThat(NightlyBackup.of(Map.of(), "mongodb://127.0.0.1/hearth")).isEmpty();
        assertThatThrownBy(
                        () -> NightlyBackup.of(Map.of("HEARTH_BACKUP_FOLDER", "/tmp/b"), "mongodb://127.0.0.1/hearth"))
                .hasMessageContaining("HEARTH_BACKUP_PASSPHRASE");
        assertThatThrownBy(() -> NightlyBackup.of(
                        Map.of(
                                "HEARTH_BACKUP_FOLDER", "/tmp/b",
                                "HEARTH_BACKUP_KEEP", "none",
                                "HEARTH_BACKUP_PASSPHRASE", "a long walk by the sea"),
                        "mongodb://127.0.0.1/hearth"))
                .hasMessageContaining("HEARTH_BACKUP_KEEP");
    }
}
