package hub.platform.requests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Files of one request, in a folder that this process alone may read. Whoever makes one discards it; what a process leaves behind that is killed, the next
 * start clears away.
 */
@Component
public class TemporaryFiles implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFiles.class);
    private static final String PREFIX = "hearth-files-";

    private final Path folder;

    /** @param parent where the folder is made; empty for the system's own for temporary files */
    TemporaryFiles(@Value("${hearth.files.folder}") String parent) {
        Path above = Path.of(parent.isEmpty() ? System.getProperty("java.io.tmpdir") : parent);
        try {
            Files.createDirectories(above);
            clearAfterTheDead(above);
            folder = Files.createTempDirectory(
                    above, PREFIX + ProcessHandle.current().pid() + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clearAfterTheDead(Path above) throws IOException {
        try (Stream<Path> all = Files.list(above)) {
            List<Path> left = all.filter(TemporaryFiles::isOfTheDead).toList();
            for (Path folder : left) {
                LOG.info("Cleared away what a process left that was killed: {}", folder);
                FileSystemUtils.deleteRecursively(folder);
            }
        }
    }

    private static boolean isOfTheDead(Path folder) {
        String name = folder.getFileName().toString();
        if (!name.matches(PREFIX + "[0-9]{1,10}-.*")) {
            return false;
        }
        long process = Long.parseLong(name.substring(PREFIX.length()).replaceFirst("-.*", ""));
        return ProcessHandle.of(process).isEmpty();
    }

    /** A path at which nothing is yet. */
    public Path fresh() {
        return folder.resolve(UUID.randomUUID().toString());
    }

    /** Takes a file away, if it is there. Blocks for a moment. */
    public static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("A temporary file stays until the next start", e);
        }
    }

    @Override
    public void destroy() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}
