package hub.mongod;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A {@code mongod} that belongs to this process: on the loopback address, a single-node replica set (so that transactions and change
 * streams work), with a small oplog and a cache that leaves the machine to others. At most one launcher holds a data folder; a mongod that an earlier launcher left behind is
 * taken over. If the child dies it is started again.
 */
public final class ManagedMongod implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * The shell waits on a pipe from this process. However this process ends, the pipe closes and mongod is told to stop, so none is left
     * behind. Job control puts mongod into a process group of its own: a Ctrl-C in the terminal must reach us first, not the database.
     */
    private static final String GUARD = "trap '' INT HUP; set -m; exec 3<&0; \"$@\" </dev/null 3<&- & child=$!;"
            + " { read -r _ <&3; kill -TERM $child; } & reader=$!; wait $child; kill $reader";

    private final Path program;
    private final Path data;
    private final FileLock lock;
    private int port;
    private @Nullable Process guard;
    private volatile boolean closing;

    private ManagedMongod(Path program, Path data, FileLock lock) {
        this.program = program;
        this.data = data;
        this.lock = lock;
    }

    /**
     * Starts mongod on a data folder, or takes over the one that runs on it, and returns when it accepts writes.
     *
     * @throws CannotStart in one sentence: the folder is in use, cannot be written, the disk is full, mongod does not start
     */
    public static ManagedMongod start(Path program, Path data, Consumer<String> progress) {
        FileLock lock = hold(data);
        ManagedMongod mongod = new ManagedMongod(program, data, lock);
        try {
            mongod.run(progress);
            return mongod;
        } catch (IOException | RuntimeException e) {
            mongod.close();
            throw e instanceof CannotStart sentence
                    ? sentence
                    : new CannotStart("MongoDB did not start: " + e.getMessage(), e);
        }
    }

    /** Whether a launcher, of this or another process, holds a data folder at this moment. */
    public static boolean isHeld(Path data) {
        Path file = data.resolve("hearth.lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = tryLock(channel)) {
            return lock == null;
        } catch (IOException e) {
            throw new CannotStart("The data folder " + data + " cannot be used (" + e.getMessage() + ").");
        }
    }

    /** Waits for the mongod of a launcher that was killed, which is on its way out; some seconds at most. */
    public static void letEnd(Path data) {
        runningPid(data).flatMap(ProcessHandle::of).ifPresent(ManagedMongod::endsSoon);
    }

    /** Where the mongod of a data folder that is held listens, for those who only want to read. */
    public static String uriOn(Path data, String database) {
        try {
            String port = Files.readString(data.resolve("mongod.port")).strip();
            return "mongodb://127.0.0.1:" + port + "/" + database + "?directConnection=true";
        } catch (IOException e) {
            throw new CannotStart("The hub on " + data + " is only just starting. Try again in a moment.");
        }
    }

    /** Without a database name, so that a caller can add one. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    public String uri(String database) {
        return "mongodb://" + address() + "/" + database + "?directConnection=true";
    }

    /** The process id of mongod itself, for those who want to see what it survives. */
    public long pid() {
        return runningPid().orElseThrow(() -> new IllegalStateException("mongod does not run"));
    }

    private void run(Consumer<String> progress) throws IOException {
        Optional<ProcessHandle> left = runningPid().flatMap(ProcessHandle::of);
        if (left.isPresent() && !endsSoon(left.get()) && Files.exists(portFile())) {
            port = Integer.parseInt(Files.readString(portFile()).strip());
            progress.accept("Taking over the MongoDB that an earlier start left running.");
        } else {
            launch();
        }
        new ReplicaSet(port).becomePrimary(PATIENCE, this::sayWhyItDied);
        watch();
    }

    /** One whose launcher was killed is on its way out; to take it over then would be to lose it a second later. */
    private static boolean endsSoon(ProcessHandle process) {
        try {
            process.onExit().get(5, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void launch() throws IOException {
        port = freePort(rememberedPort());
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", GUARD, "hearth-mongod", program.toString()));
        command.addAll(
                List.of("--dbpath", data.toString(), "--port", Integer.toString(port), "--bind_ip", "127.0.0.1"));
        command.addAll(List.of("--replSet", ReplicaSet.NAME, "--oplogSize", "64", "--nounixsocket"));
        command.addAll(List.of("--wiredTigerCacheSizeGB", CacheSize.here()));
        command.addAll(List.of("--setParameter", "shutdownTimeoutMillisForSignaledShutdown=100"));
        // A hub that is killed leaves its transactions open. Ours take milliseconds; for a minute, which is the
        // default, nobody else could change what they hold.
        command.addAll(List.of("--setParameter", "transactionLifetimeLimitSeconds=5"));
        command.addAll(List.of("--wiredTigerEngineConfigString", "log=(file_max=8MB,prealloc=false)"));
        command.addAll(
                List.of("--logpath", data.resolve("mongod.log").toString(), "--logRotate", "reopen", "--logappend"));
        Files.deleteIfExists(data.resolve("mongod.log"));
        guard = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Files.writeString(portFile(), Integer.toString(port));
    }

    /** Restarts a mongod that died while we live: killed by a person, or by the system for want of memory. */
    private void watch() {
        // The guard reaps its child and ends with it; only a mongod that was taken over has none.
        CompletableFuture<?> end = guard != null
                ? guard.onExit()
                : runningPid().flatMap(ProcessHandle::of).orElseThrow().onExit();
        end.thenRun(this::restart);
    }

    private synchronized void restart() {
        if (closing) {
            return;
        }
        try {
            letGoOfGuard();
            launch();
            new ReplicaSet(port).becomePrimary(PATIENCE, this::sayWhyItDied);
            watch();
        } catch (IOException | RuntimeException e) {
            System.getLogger(ManagedMongod.class.getName())
                    .log(System.Logger.Level.ERROR, "MongoDB ended and could not be started again", e);
        }
    }

    /** Tells mongod to stop, waits until it has, and frees the data folder. Does nothing the second time. */
    @Override
    public synchronized void close() {
        if (closing) {
            return;
        }
        closing = true;
        Optional<ProcessHandle> running = runningPid().flatMap(ProcessHandle::of);
        letGoOfGuard();
        running.ifPresent(process -> {
            process.destroy();
            try {
                (guard != null ? guard.onExit() : process.onExit()).get(20, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                process.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            lock.release();
            lock.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void letGoOfGuard() {
        if (guard != null) {
            try {
                guard.getOutputStream().close();
            } catch (IOException e) {
                // The guard is gone already.
            }
        }
    }

    /** The process that holds this folder, by the id mongod wrote and by what it was started with: ids are used again. */
    private Optional<Long> runningPid() {
        return runningPid(data);
    }

    private static Optional<Long> runningPid(Path data) {
        try {
            String written = Files.readString(data.resolve("mongod.lock")).strip();
            return written.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(written)).filter(pid -> isOurs(pid, data));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isOurs(long pid, Path data) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return false;
        }
        try {
            String commandLine = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), UTF_8);
            return commandLine.contains("mongod") && commandLine.contains(data.toString());
        } catch (IOException noProc) {
            return process.get().info().command().orElse("").endsWith("mongod");
        }
    }

    private String sayWhyItDied() {
        if (guard == null || runningPid().isPresent()) {
            return "";
        }
        try {
            String log = Files.readString(data.resolve("mongod.log"));
            if (log.contains("No space left")) {
                return "The disk that holds " + data
                        + " is full. Make room there, or choose another folder with --data.";
            }
        } catch (IOException e) {
            // No log yet: it has not come that far.
        }
        return "";
    }

    private static FileLock hold(Path data) {
        try {
            Files.createDirectories(data);
            FileChannel channel =
                    FileChannel.open(data.resolve("hearth.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new CannotStart("Another Hearth is running on the data folder " + data
                        + ". Stop it first, or choose another folder with --data.");
            }
            return lock;
        } catch (AccessDeniedException e) {
            throw new CannotStart("The data folder " + data
                    + " cannot be written. Give yourself permission, or choose another folder with --data.");
        } catch (IOException e) {
            throw new CannotStart("The data folder " + data + " cannot be used (" + e.getMessage()
                    + "). Choose another folder with --data.");
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    private Path portFile() {
        return data.resolve("mongod.port");
    }

    private int rememberedPort() {
        try {
            return Integer.parseInt(Files.readString(portFile()).strip());
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    private static int freePort(int preferred) throws IOException {
        try (ServerSocket socket = new ServerSocket(preferred, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return any.getLocalPort();
            }
        }
    }
}
