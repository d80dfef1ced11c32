package hub.platform.search;

import static hub.platform.search.IndexInAFolder.note;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index from one start to the next. */
class IndexOnDiskTests {
    @TempDir
    Path folder;

    @Test
    void aNewOneMustBeMade() {
        try (IndexInAFolder index = new IndexInAFolder(folder)) {
            assertThat(index.open()).isEmpty();
            assertThat(index.index.isWhole()).isFalse();
            index.makeOf("here", note("a", "words"));
            assertThat(index.index.isWhole()).isTrue();
        }
    }

    @Test
    void oneThatWasShutGoesOnFromWhereItWas() {
        try (IndexInAFolder index = IndexInAFolder.holding(folder, note("a", "words"))) {
            index.put(note("b", "words"));
            index.reached("further on");
        }
        try (IndexInAFolder again = new IndexInAFolder(folder)) {
            assertThat(again.open()).contains("further on");
            assertThat(again.index.isWhole()).isTrue();
            assertThat(again.find("words")).containsExactly("a", "b");
        }
    }

    /** What was put in since it was last written is read again from the changes. */
    @Test
    void afterAKillItGoesOnFromWhereItWasWrittenLast() throws IOException {
        try (IndexInAFolder index = IndexInAFolder.holding(folder, note("a", "words"))) {
            index.put(note("b", "words"));
            index.reached("further on");
            assertThat(index.find("words")).containsExactly("a", "b");
            try (IndexInAFolder again = new IndexInAFolder(copy())) {
                assertThat(again.open()).contains("at the beginning");
                assertThat(again.find("words")).containsExactly("a");
            }
        }
    }

    @Test
    void oneThatWasBeingMadeIsMadeAgain() {
        try (IndexInAFolder index = new IndexInAFolder(folder)) {
            index.open();
            index.index.begin("first").block(Duration.ofSeconds(10));
            index.put(note("a", "words"));
            index.index.show().block(Duration.ofSeconds(10));
            assertThat(index.find("words")).containsExactly("a");
            assertThat(index.index.isWhole()).isFalse();
        }
        try (IndexInAFolder again = new IndexInAFolder(folder)) {
            assertThat(again.open()).isEmpty();
        }
    }

    @Test
    void beingMadeAnewItServesAndThenHoldsNothingOld() {
        try (IndexInAFolder index = IndexInAFolder.holding(folder, note("a", "words"), note("b", "words"))) {
            index.index.begin("second").block(Duration.ofSeconds(10));
            index.put(note("b", "words"));
            index.index.show().block(Duration.ofSeconds(10));
            assertThat(index.find("words")).containsExactly("a", "b");
            index.index.finish("later").block(Duration.ofSeconds(10));
            assertThat(index.find("words")).containsExactly("b");
        }
    }

    @Test
    void oneOfAnotherDatabaseIsMadeAnew() {
        IndexInAFolder.holding(folder, note("a", "words")).close();
        try (IndexInAFolder again = new IndexInAFolder(folder)) {
            assertThat(again.index.open("another").block(Duration.ofSeconds(10)))
                    .isEmpty();
            assertThat(again.find("words")).isEmpty();
        }
    }

    /** Whichever byte of whichever file is not as it was written: it is noticed, and not served. */
    @Test
    void oneWithFlippedBytesIsMadeAnew() throws IOException {
        IndexInAFolder.holding(folder, note("a", "words of all kinds"), note("b", "words"))
                .close();
        for (Path file : files()) {
            byte[] before = Files.readAllBytes(file);
            if (before.length == 0) {
                continue;
            }
            for (int at : List.of(0, before.length / 3, before.length / 2, before.length - 1)) {
                byte[] flipped = before.clone();
                flipped[at] ^= 0x55;
                Files.write(file, flipped);
                try (IndexInAFolder again = new IndexInAFolder(copy())) {
                    assertThat(again.open()).as(file + " at " + at).isEmpty();
                    again.makeOf("anew", note("c", "words"));
                    assertThat(again.find("words")).containsExactly("c");
                }
            }
            Files.write(file, before);
        }
    }

    @Test
    void oneThatLostAFileIsMadeAnew() throws IOException {
        IndexInAFolder.holding(folder, note("a", "words")).close();
        for (Path file : files()) {
            byte[] before = Files.readAllBytes(file);
            Files.delete(file);
            try (IndexInAFolder again = new IndexInAFolder(copy())) {
                if (!file.endsWith("write.lock")) {
                    assertThat(again.open()).as(file.toString()).isEmpty();
                }
            }
            Files.write(file, before);
        }
    }

    @Test
    void rubbishInTheFolderIsNoObstacle() throws IOException {
        Path index = Files.createDirectories(folder.resolve("index"));
        Files.writeString(index.resolve("segments_1"), "rubbish");
        Files.writeString(index.resolve("other"), "rubbish");
        try (IndexInAFolder made = IndexInAFolder.holding(folder, note("a", "words"))) {
            assertThat(made.find("words")).containsExactly("a");
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("index"))) {
            return files.sorted().toList();
        }
    }

    private Path copy() throws IOException {
        Path copy = Files.createTempDirectory(folder, "copy");
        Path index = Files.createDirectories(copy.resolve("index"));
        for (Path file : files()) {
            Files.copy(file, index.resolve(file.getFileName().toString()));
        }
        return copy;
    }
}
