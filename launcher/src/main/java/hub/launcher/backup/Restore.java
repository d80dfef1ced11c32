package hub.launcher.backup;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import hub.mongod.ManagedMongod;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Makes a data folder from a backup. The file is read whole before anything is written; the folder grows under another name, and gets its own when MongoDB has
 * closed it.
 */
public final class Restore {
    /** What a folder that is not finished is called behind its name. */
    static final String UNFINISHED = ".restoring";

    /** Their documents only. Who was signed in then may have signed out since, and who held a lease then holds none. */
    private static final Set<String> LEFT_OUT = Set.of("sessions", "sign_in_sessions", "leases");

    private final Path file;
    private final Passphrase passphrase;
    private final Path program;
    private final Consumer<String> progress;

    /** @param program mongod */
    public Restore(Path file, Passphrase passphrase, Path program, Consumer<String> progress) {
        this.file = file.toAbsolutePath().normalize();
        this.passphrase = passphrase;
        this.program = program;
        this.progress = progress;
    }

    /**
     * @return how many documents the file holds
     * @throws BackupRefused if it is no backup, the passphrase is another, or something of it is missing or changed
     */
    static long check(Path file, Passphrase passphrase) {
        return go(file, passphrase, new ContentsReader.Visitor() {
            @Override
            public void collection(Document described) {}

            @Override
            public void document(RawBsonDocument document) {}
        });
    }

    private static long go(Path file, Passphrase passphrase, ContentsReader.Visitor visitor) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), Seal.PIECE)) {
            return new ContentsReader(new SealedInput(in, passphrase)).read(visitor);
        } catch (NoSuchFileException e) {
            throw new BackupRefused("There is no file " + file + ".");
        } catch (IOException e) {
            throw new BackupRefused(
                    "The passphrase is not the one that this backup was made with, or the file is damaged: " + file
                            + ". Nothing was restored.");
        }
    }

    /**
     * @param folder that is not there or empty
     * @return how many documents the file holds
     * @throws BackupRefused as {@link #check}, and if the folder holds something
     */
    public long into(Path folder) {
        Path target = folder.toAbsolutePath().normalize();
        Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
        requireEmpty(target);
        progress.accept("Reading " + file + " whole, before anything is written.");
        check(file, passphrase);
        try {
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            delete(unfinished);
            long documents = fill(unfinished);
            requireEmpty(target);
            Files.deleteIfExists(target);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            return documents;
        } catch (IOException e) {
            throw new BackupRefused("The folder " + target + " cannot be written (" + e.getMessage() + ").");
        }
    }

    private static void requireEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new BackupRefused("The folder " + folder
                        + " is not empty, and nothing in it is overwritten. Name a new folder with --data.");
            }
        } catch (IOException e) {
            throw new BackupRefused(folder + " is no folder. Name a new one with --data.");
        }
    }

    private long fill(Path folder) {
        try (ManagedMongod mongod = ManagedMongod.start(program, folder, progress);
                MongoClient client = MongoClients.create(mongod.uri("hearth"))) {
            Filling filling = new Filling(client.getDatabase("hearth"));
            long documents = go(file, passphrase, filling);
            filling.endCollection();
            return documents;
        }
    }

    /** Puts the documents in, some at a time, and makes a collection's indexes when all of its documents are there. */
    private static final class Filling implements ContentsReader.Visitor {
        private static final int MOST = 500;
        private static final long MOST_BYTES = 4L * 1024 * 1024;

        private final MongoDatabase database;
        private final List<RawBsonDocument> waiting = new ArrayList<>();
        private long waitingBytes;
        private @Nullable Document described;

        Filling(MongoDatabase database) {
            this.database = database;
        }

        @Override
        public void collection(Document next) {
            endCollection();
            described = next;
            Document create = new Document("create", next.getString("name"));
            create.putAll(next.get("options", Document.class));
            database.runCommand(create);
        }

        @Override
        public void document(RawBsonDocument document) {
            if (described == null || LEFT_OUT.contains(described.getString("name"))) {
                return;
            }
            waiting.add(document);
            waitingBytes += document.getByteBuffer().remaining();
            if (waiting.size() >= MOST || waitingBytes >= MOST_BYTES) {
                insert(described.getString("name"));
            }
        }

        void endCollection() {
            if (described == null) {
                return;
            }
            String name = described.getString("name");
            insert(name);
            List<Document> indexes = described.getList("indexes", Document.class).stream()
                    .filter(index -> !"_id_".equals(index.getString("name")))
                    .toList();
            if (!indexes.isEmpty()) {
                database.runCommand(new Document("createIndexes", name).append("indexes", indexes));
            }
            described = null;
        }

        private void insert(String name) {
            if (!waiting.isEmpty()) {
                database.getCollection(name, RawBsonDocument.class)
                        .insertMany(
                                waiting, new InsertManyOptions().ordered(false).bypassDocumentValidation(true));
                waiting.clear();
                waitingBytes = 0;
            }
        }
    }

    /** What an earlier restore left that was killed. */
    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.exists(folder.resolve("hearth.lock")) || ManagedMongod.isHeld(folder)) {
            throw new BackupRefused(
                    "The folder " + folder
                            + " is needed and something else is there, or another restore is at work. Name another folder with --data.");
        }
        ManagedMongod.letEnd(folder);
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path inside, BasicFileAttributes attributes) throws IOException {
                Files.delete(inside);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path inside, @Nullable IOException failed) throws IOException {
                Files.delete(inside);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
