package hub.platform.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a process knows of itself and of the machine that it runs on. */
@Configuration(proxyBeanMethods = false)
class OfThisProcess {
    private static final long GIGABYTE = 1_000_000_000L;
    private static final long SCARCE = 5 * GIGABYTE;

    /** A backup is made each night: two that were missed are one too many. */
    private static final Duration OLD = Duration.ofHours(50);

    @Bean
    @Order(10)
    StatusSource versionStatus() {
        Package program = OfThisProcess.class.getPackage();
        String version = Optional.ofNullable(program.getImplementationVersion()).orElse("development");
        return source(
                "version",
                () -> Standing.fine("version", "is", version, Runtime.version().feature()));
    }

    /** @param folder where the index lies, which is on the disk of all that is kept; empty for temporary files */
    @Bean
    @Order(30)
    StatusSource diskStatus(@Value("${hearth.search.folder:}") String folder) {
        Path place = Path.of(folder.isEmpty() ? System.getProperty("java.io.tmpdir") : folder);
        return source("disk", () -> {
            long free = Files.getFileStore(there(place)).getUsableSpace();
            double gigabytes = Math.floor(10.0 * free / GIGABYTE) / 10;
            return free < GIGABYTE
                    ? Standing.broken("disk", "full", gigabytes)
                    : free < SCARCE
                            ? Standing.look("disk", "scarce", gigabytes)
                            : Standing.fine("disk", "free", gigabytes);
        });
    }

    private static Path there(Path place) {
        Path there = place.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    /** @param folder of the nightly backups; empty where this hub makes none */
    @Bean
    @Order(70)
    StatusSource backupStatus(@Value("${HEARTH_BACKUP_FOLDER:}") String folder, Clock clock) {
        return source("backup", () -> {
            if (folder.isBlank()) {
                return Standing.look("backup", "none");
            }
            Optional<FileTime> newest = newest(Path.of(folder));
            if (newest.isEmpty()) {
                return Standing.broken("backup", "never", folder);
            }
            Duration age = Duration.between(newest.get().toInstant(), clock.instant());
            return age.compareTo(OLD) > 0
                    ? Standing.broken("backup", "old", age.toHours())
                    : Standing.fine("backup", "made", age.toHours());
        });
    }

    private static Optional<FileTime> newest(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            Optional<FileTime> newest = Optional.empty();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".backup")).toList()) {
                FileTime at = Files.getLastModifiedTime(file);
                newest = newest.filter(before -> before.compareTo(at) > 0).or(() -> Optional.of(at));
            }
            return newest;
        }
    }

    private static StatusSource source(String of, Callable<Standing> read) {
        return new StatusSource() {
            @Override
            public String of() {
                return of;
            }

            @Override
            public Mono<Standing> standing() {
                return Mono.fromCallable(read).subscribeOn(Schedulers.boundedElastic());
            }
        };
    }
}
