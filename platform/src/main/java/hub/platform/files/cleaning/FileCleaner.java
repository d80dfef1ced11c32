package hub.platform.files.cleaning;

import hub.platform.files.FileKind;
import hub.platform.files.FileRefusal;
import hub.platform.refusals.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Starts a {@link CleaningProcess} for a file and waits for it. The process has a memory of its own, knows none of our settings, and is ended when its time is
 * over.
 */
@Component
public class FileCleaner {
    private static final Logger LOG = LoggerFactory.getLogger(FileCleaner.class);

    /** A service that runs from one jar: there the classes are inside of it, and found by this one. */
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    /** In memory there is room for a large picture twice, and what surrounds it. It is there for a moment, so it starts quickly rather than becomes fast. */
    private static final List<String> BOUNDS = List.of(
            "-Xmx320m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Xlog:disable",
            "-Djava.awt.headless=true");

    /** What a library says of a file is not ours to log: words of the file may be in it. */
    private static final List<String> QUIET = List.of(
            "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
            "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
            "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog");

    private static final int MOST_SAID = 2_000;
    private static final int MOST_WORDS = 4 * FileWords.MOST;

    private final Duration longest;

    /** @param longest that it may take over a file */
    FileCleaner(@Value("${hearth.files.cleaning}") Duration longest) {
        this.longest = longest;
    }

    /**
     * Blocks until it is done.
     *
     * @param work an empty folder, in which the result lies
     * @throws Rejected with a {@link FileRefusal} if it is not taken
     */
    public CleanFile clean(Path sent, FileKind named, Path work) throws IOException {
        Path says = Files.createFile(work.resolve(CleaningProcess.SAYS_FILE));
        Process process = start(sent, named, work);
        boolean inTime = waitFor(process);
        List<String> said = beginning(says, MOST_SAID).lines().toList();
        for (String line : said) {
            if (line.startsWith(CleaningProcess.CLEANED)) {
                FileKind kind = FileKind.valueOf(line.substring(CleaningProcess.CLEANED.length()));
                String words = said.contains(CleaningProcess.TEXT)
                        ? beginning(work.resolve(CleaningProcess.WORDS_FILE), MOST_WORDS)
                        : "";
                return new CleanFile(work.resolve(CleaningProcess.CLEAN_FILE), kind, words);
            }
            if (line.startsWith(CleaningProcess.REFUSED)) {
                throw new Rejected(FileRefusal.valueOf(line.substring(CleaningProcess.REFUSED.length())));
            }
        }
        if (inTime) {
            LOG.warn("The process that cleans files ended with {} and said nothing", process.exitValue());
        }
        throw new Rejected(FileRefusal.TOO_MUCH_IN_IT);
    }

    private Process start(Path sent, FileKind named, Path work) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(BOUNDS);
        command.addAll(QUIET);
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + work,
                "-Dpdfbox.fontcache=" + work,
                "-cp",
                System.getProperty("java.class.path")));
        if (ClassLoader.getSystemResource(LAUNCHER.replace('.', '/') + ".class") == null) {
            command.add(CleaningProcess.class.getName());
        } else {
            command.addAll(List.of("-Dloader.main=" + CleaningProcess.class.getName(), LAUNCHER));
        }
        command.addAll(
                List.of(sent.toString(), work.toString(), named.name(), String.valueOf(longest.toSeconds() + 1)));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
        // Passwords stand there.
        builder.environment().clear();
        return builder.start();
    }

    private boolean waitFor(Process process) {
        try {
            return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    private static String beginning(Path file, int most) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(most), StandardCharsets.UTF_8);
        }
    }
}
