package hub.platform.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where a process keeps its index: a folder that no other process has, or a temporary one that goes with it. */
@Component
final class IndexFolder {
    private static final String INDEX = "index";

    private final String configured;

    /** @param configured where the index is to lie, in a folder {@code index} of its own; empty for a temporary folder */
    IndexFolder(@Value("${hearth.search.folder:}") String configured) {
        this.configured = configured;
    }

    Path make() throws IOException {
        return configured.isEmpty()
                ? Files.createTempDirectory("hearth-search")
                : Files.createDirectories(Path.of(configured).resolve(INDEX));
    }

    /** Takes away what would not be found again. */
    void leave(Path folder) throws IOException {
        if (configured.isEmpty()) {
            empty(folder);
            Files.deleteIfExists(folder);
        }
    }

    /** Takes the files of an index away. */
    static void empty(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> there = Files.list(folder)) {
            files = there.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    /**
     * What was noted with the index when it was last written, once all of its files have been read and their checksums are right.
     *
     * @return empty if there is none
     * @throws IOException or a RuntimeException of Lucene's if it is damaged
     */
    static Optional<Map<String, String>> notes(Path folder) throws IOException {
        try (Directory directory = new MMapDirectory(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext part : reader.leaves()) {
                part.reader().checkIntegrity();
            }
            return Optional.of(reader.getIndexCommit().getUserData());
        } catch (IndexNotFoundException none) {
            return Optional.empty();
        }
    }
}
