package hub.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hub.launcher.HttpVisitor.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that is lost comes back from its backup, and neither command leaves anything that looks whole when it is killed in the middle. */
class BackupIT {
    private static final String GUIDE = "/library/sleep-and-settling";
    private static final Pattern LINK = Pattern.compile("href=\"(" + GUIDE + "/files/[0-9a-z]{12}/[^\"]*[.]txt)\"");
    private static final byte[] NOTES = "A lavender bath before bed\n".getBytes(UTF_8);
    private static final Map<String, String> SECRET = Map.of("HEARTH_BACKUP_PASSPHRASE", "a long walk by the sea");

    @TempDir
    static Path folder;

    @Test
    void aHubThatIsLostComesBackWithItsFilesAndPeopleSignIn() throws Exception {
        Path data = folder.resolve("data");
        Path nightly = folder.resolve("nightly");
        Path file = folder.resolve("hearth.backup");
        int port = Ports.freePair();
        DemoData.copyTo(data);
        HubProcess hub = HubProcess.start(
                Map.of(
                        "HEARTH_BACKUP_FOLDER",
                        nightly.toString(),
                        "HEARTH_BACKUP_PASSPHRASE",
                        "a long walk by the sea"),
                "--port",
                Integer.toString(port),
                "--data",
                data.toString());
        HttpVisitor helen = new HttpVisitor("http://localhost:" + port).signedInAs("helen.marsh@example.org");
        attachNotes(helen);

        HubProcess killed = upkeep("backup", file.toString(), "--data", data.toString());
        Path unfinished = folder.resolve("hearth.backup.part");
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> Files.exists(unfinished));
        killed.kill();
        assertThat(file).doesNotExist();

        assertThat(end(upkeep("backup", file.toString(), "--data", data.toString())))
                .isZero();
        assertThat(unfinished).doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        HubProcess again = upkeep("backup", file.toString(), "--data", data.toString());
        assertThat(end(again)).isEqualTo(1);
        assertThat(again.output()).anyMatch(line -> line.contains("already"));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> backupsIn(nightly) == 1);
        hub.kill();

        Path restored = folder.resolve("restored");
        HubProcess wrong = HubProcess.launch(
                "hub.launcher.Upkeep",
                Map.of("HEARTH_BACKUP_PASSPHRASE", "a long walk by the lake"),
                "restore",
                file.toString(),
                "--data",
                restored.toString());
        assertThat(end(wrong)).isEqualTo(1);
        assertThat(wrong.output()).anyMatch(line -> line.contains("passphrase"));

        HubProcess half = upkeep("restore", file.toString(), "--data", restored.toString());
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(folder.resolve("restored.restoring").resolve("mongod.port")));
        half.kill();
        assertThat(restored).doesNotExist();

        HubProcess whole = upkeep("restore", file.toString(), "--data", restored.toString());
        assertThat(end(whole)).as(whole.output().toString()).isZero();
        assertThat(folder.resolve("restored.restoring")).doesNotExist();
        HubProcess over = upkeep("restore", file.toString(), "--data", restored.toString());
        assertThat(end(over)).isEqualTo(1);
        assertThat(over.output()).anyMatch(line -> line.contains("not empty"));

        HubProcess back = HubProcess.start("--port", Integer.toString(port), "--data", restored.toString());
        try {
            assertThat(helen.get("/me").status())
                    .as("a session of the time before the loss")
                    .isEqualTo(303);
            HttpVisitor later = new HttpVisitor("http://localhost:" + port).signedInAs("helen.marsh@example.org");
            Matcher link = LINK.matcher(later.get(GUIDE).body());
            assertThat(link.find()).as("the file of before is there").isTrue();
            assertThat(later.get(link.group(1)).body().getBytes(UTF_8)).isEqualTo(NOTES);
            assertThat(back.output()).noneMatch(line -> line.contains("ERROR"));
        } finally {
            back.close();
        }
    }

    private static void attachNotes(HttpVisitor helen) throws Exception {
        Answer form = helen.get(GUIDE + "/files");
        Answer sent = helen.postFile(
                GUIDE + "/files",
                "notes.txt",
                NOTES,
                "_csrf",
                form.field("_csrf"),
                "writer",
                form.field("writer"),
                "formKey",
                form.field("formKey"),
                "title",
                "What helped Tilly");
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
    }

    private static HubProcess upkeep(String... arguments) throws Exception {
        return HubProcess.launch("hub.launcher.Upkeep", SECRET, arguments);
    }

    private static int end(HubProcess process) throws InterruptedException {
        return process.exitCode();
    }

    private static long backupsIn(Path nightly) throws Exception {
        if (!Files.exists(nightly)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(nightly)) {
            List<Path> all = files.toList();
            return all.stream()
                    .filter(one -> one.toString().endsWith(".backup"))
                    .count();
        }
    }
}
