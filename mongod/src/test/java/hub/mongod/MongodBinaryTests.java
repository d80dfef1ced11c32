package hub.mongod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongodBinaryTests {
    @TempDir
    Path folder;

    @Test
    void theOneOnThePathComesFirst() throws Exception {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Path onPath = executable(bin.resolve("mongod"), "exit 0");
        var binary = new MongodBinary(Map.of("PATH", "/nowhere:" + bin), folder, List.of());
        assertThat(binary.find(line -> {})).isEqualTo(onPath);
    }

    @Test
    void whatWasFetchedOnceIsNotFetchedAgain() {
        List<String> asked = new ArrayList<>();
        var binary = new MongodBinary(Map.of(), folder.resolve("cache"), List.of(source("first", asked, "exit 0")));
        Path fetched = binary.find(line -> {});
        assertThat(binary.find(line -> {})).isEqualTo(fetched);
        assertThat(asked).containsExactly("first");
    }

    @Test
    void aProgramThatDoesNotRunHereNeverCountsAndTheNextSourceIsTried() throws Exception {
        List<String> asked = new ArrayList<>();
        var binary = new MongodBinary(
                Map.of(),
                folder.resolve("cache"),
                List.of(source("broken", asked, "echo no such library; exit 1"), source("good", asked, "exit 0")));
        Path fetched = binary.find(line -> {});
        assertThat(asked).containsExactly("broken", "good");
        assertThat(Files.readString(fetched)).contains("exit 0");
        try (var left = Files.list(folder.resolve("cache"))) {
            assertThat(left).containsExactly(fetched);
        }
    }

    @Test
    void whenNothingWorksThreeLinesNameTheThreeWays() {
        var binary = new MongodBinary(Map.of(), folder, List.of(source("broken", new ArrayList<>(), "exit 1")));
        assertThatThrownBy(() -> binary.find(line -> {}))
                .isInstanceOf(CannotStart.class)
                .message()
                .hasLineCount(3)
                .contains("MONGODB_URI", "on the PATH", folder.resolve("mongod").toString());
    }

    @Test
    void aFileThatIsNotTheOneExpectedIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("archive"), "tampered");
        assertThatThrownBy(() -> Sha256.verify(file, "00")).isInstanceOf(IOException.class);
        Sha256.verify(file, Sha256.of(file));
    }

    @Test
    void knowsTheArchiveForEachSystem() {
        assertThat(MongodbDistribution.archiveFor("Mac OS X", new Properties())).startsWith("osx/mongodb-macos-");
        assertThat(MongodbDistribution.archiveFor("Linux", release("debian", "12")))
                .contains("-debian12-");
        assertThat(MongodbDistribution.archiveFor("Linux", release("ubuntu", "\"24.04\"")))
                .contains("-ubuntu2404-");
        assertThat(MongodbDistribution.archiveFor("Linux", release("rocky", "9.4")))
                .contains("-rhel93-");
    }

    private static Properties release(String id, String version) {
        Properties release = new Properties();
        release.setProperty("ID", id);
        release.setProperty("VERSION_ID", version);
        return release;
    }

    private static MongodBinary.Source source(String name, List<String> asked, String script) {
        return new MongodBinary.Source() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Path fetchInto(Path into, Consumer<String> progress) throws IOException {
                asked.add(name);
                return executable(into.resolve("mongod"), script);
            }
        };
    }

    private static Path executable(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
