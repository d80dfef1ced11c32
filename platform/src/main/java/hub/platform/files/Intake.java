package hub.platform.files;

import hub.platform.files.cleaning.CleanFile;
import hub.platform.files.cleaning.FileCleaner;
import hub.platform.refusals.Rejected;
import hub.platform.requests.TemporaryFiles;
import hub.platform.requests.Upload;
import hub.platform.requests.UploadForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** All that blocks: cleaning and scanning, one file after the other, as each may take as much memory as the hub itself. */
@Component
class Intake implements DisposableBean {
    /** How many may wait for their turn. */
    private static final int MOST_WAITING = 8;

    private final FileCleaner cleaner;
    private final Clamd clamd;
    private final TemporaryFiles temporary;
    private final Scheduler lane = Schedulers.newBoundedElastic(1, MOST_WAITING, "files");

    Intake(FileCleaner cleaner, Clamd clamd, TemporaryFiles temporary) {
        this.cleaner = cleaner;
        this.clamd = clamd;
        this.temporary = temporary;
    }

    /**
     * What came of a file.
     *
     * @param work the folder that it lies in, to be taken away by {@link #discard}
     */
    record Examined(
            Path work,
            Path path,
            String name,
            FileKind kind,
            long size,
            String sha256,
            String words,
            FileState state) {}

    /** @throws Rejected (as a signal) with a {@link FileRefusal} if it is not taken */
    Mono<Examined> examine(Upload upload) {
        return inTurn(() -> {
            Path work = Files.createDirectory(temporary.fresh());
            Examined examined = null;
            try {
                examined = examine(upload, work);
            } catch (IOException | RuntimeException e) {
                if (!isUnwanted()) {
                    throw e;
                }
            } finally {
                if (examined == null || isUnwanted()) {
                    FileSystemUtils.deleteRecursively(work);
                }
            }
            return examined;
        });
    }

    /** Whoever sent it has gone, and nobody will discard it. */
    private static boolean isUnwanted() {
        return Thread.currentThread().isInterrupted();
    }

    private Examined examine(Upload upload, Path work) throws IOException {
        if (upload.isTooLarge()) {
            throw new Rejected(FileRefusal.TOO_LARGE);
        }
        if (upload.size() == 0) {
            throw new Rejected(FileRefusal.EMPTY);
        }
        FileName name = FileName.of(upload.filename());
        FileKind named = FileKind.ofEnding(name.ending()).orElseThrow(() -> new Rejected(FileRefusal.KIND_NOT_TAKEN));
        CleanFile clean = cleaner.clean(upload.path(), named, work);
        if (Files.size(clean.path()) > UploadForm.MOST) {
            throw new Rejected(FileRefusal.TOO_LARGE);
        }
        return examined(work, clean, name.as(clean.kind()), clamd.scan(clean.path()));
    }

    /** One of our own, as it is. */
    Mono<Examined> ours(Path file, FileKind kind) {
        return inTurn(() -> examined(
                temporary.fresh(),
                new CleanFile(file, kind, ""),
                file.getFileName().toString(),
                FileState.PASSED));
    }

    private static Examined examined(Path work, CleanFile clean, String name, FileState state) throws IOException {
        return new Examined(
                work,
                clean.path(),
                name,
                clean.kind(),
                Files.size(clean.path()),
                sha256(clean.path()),
                clean.words(),
                state);
    }

    /** What the scanner says of bytes that are stored. */
    Mono<FileState> scan(Path file) {
        return inTurn(() -> clamd.scan(file));
    }

    Mono<Void> discard(Examined examined) {
        return Mono.<Void>fromCallable(() -> {
                    FileSystemUtils.deleteRecursively(examined.work());
                    return null;
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private <T> Mono<T> inTurn(Callable<@Nullable T> work) {
        return Mono.<T>fromCallable(work)
                .subscribeOn(lane)
                .onErrorMap(RejectedExecutionException.class, full -> new Rejected(FileRefusal.BUSY));
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void destroy() {
        lane.dispose();
    }
}
