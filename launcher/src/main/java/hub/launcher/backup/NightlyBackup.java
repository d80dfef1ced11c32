package hub.launcher.backup;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A backup each night, into a folder, of which the newest are kept. One that was missed, as the hub was stopped, is made soon after the start. */
public final class NightlyBackup implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyBackup.class);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 30);
    private static final Duration AFTER_START = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'hearth-'yyyy-MM-dd'T'HHmmss'Z.backup'")
            .withZone(ZoneOffset.UTC);
    private static final String OURS = "hearth-[0-9-]{10}T[0-9]{6}Z[.]backup";
    private static final int KEEP = 14;

    private final Path folder;
    private final int keep;
    private final Backup backup;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().name("backup").daemon().unstarted(work));

    NightlyBackup(Path folder, int keep, Backup backup, Clock clock) {
        this.folder = folder;
        this.keep = keep;
        this.backup = backup;
        this.clock = clock;
    }

    /**
     * Nothing where {@code HEARTH_BACKUP_FOLDER} is not set.
     *
     * @throws BackupRefused if it is, and a passphrase is not, or {@code HEARTH_BACKUP_KEEP} is no number from 1 on
     */
    public static Optional<NightlyBackup> of(Map<String, String> environment, String mongoUri) {
        String folder = environment.getOrDefault("HEARTH_BACKUP_FOLDER", "");
        if (folder.isBlank()) {
            return Optional.empty();
        }
        String keep = environment.getOrDefault("HEARTH_BACKUP_KEEP", Integer.toString(KEEP));
        if (!keep.matches("[1-9][0-9]{0,3}")) {
            throw new BackupRefused("HEARTH_BACKUP_KEEP wants a number from 1 on, not " + keep + ".");
        }
        Backup backup = new Backup(mongoUri, Passphrase.of(environment));
        return Optional.of(
                new NightlyBackup(Path.of(folder).toAbsolutePath(), Integer.parseInt(keep), backup, Clock.systemUTC()));
    }

    public void start() {
        thread.scheduleWithFixedDelay(this::look, AFTER_START.toSeconds(), BETWEEN_LOOKS.toSeconds(), TimeUnit.SECONDS);
    }

    private void look() {
        try {
            makeIfDue();
        } catch (BackupRefused | IOException failed) {
            LOG.error("The nightly backup was not made: {}", failed.getMessage());
        } catch (RuntimeException failed) {
            LOG.error("The nightly backup was not made", failed);
        }
    }

    /** @return whether one was made */
    boolean makeIfDue() throws IOException {
        Files.createDirectories(folder);
        Instant now = clock.instant();
        List<Path> before = newestFirst();
        if (!before.isEmpty() && !isDue(madeAt(before.getFirst()), now)) {
            return false;
        }
        deleteUnfinished();
        backup.into(folder.resolve(NAME.format(now)));
        for (Path old : newestFirst().stream().skip(keep).toList()) {
            Files.deleteIfExists(old);
        }
        return true;
    }

    /** Whether half past two in the morning, in London, has gone by since the last one. */
    static boolean isDue(Instant last, Instant now) {
        ZonedDateTime there = now.atZone(LONDON);
        ZonedDateTime tonight = there.toLocalDate().atTime(AT_NIGHT).atZone(LONDON);
        Instant mark = (tonight.isAfter(there) ? tonight.minusDays(1) : tonight).toInstant();
        return last.isBefore(mark);
    }

    private static Instant madeAt(Path file) {
        return NAME.parse(file.getFileName().toString(), Instant::from);
    }

    private List<Path> newestFirst() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                folder, file -> file.getFileName().toString().matches(OURS))) {
            files.forEach(found::add);
        }
        Collections.sort(found, Collections.reverseOrder());
        return found;
    }

    /** Of a hub that was killed meanwhile. */
    private void deleteUnfinished() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                folder, file -> file.getFileName().toString().matches(OURS + Backup.UNFINISHED))) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** One that is being made ends with the process, and leaves nothing that looks whole. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
