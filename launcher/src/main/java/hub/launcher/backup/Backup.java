package hub.launcher.backup;

import com.mongodb.ClientSessionOptions;
import com.mongodb.ConnectionString;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.RawBsonDocument;

/**
 * Makes one backup. All collections are read as they were at one moment (a snapshot of MongoDB), so that a hub may go on writing; no more than some megabytes
 * are in memory at a time.
 */
public final class Backup {
    /** What a backup that is not finished is called behind its name. */
    static final String UNFINISHED = ".part";

    private static final int AT_A_TIME = 32;
    private static final int TRIES = 3;
    /** The snapshot is too old, or a collection was changed since: another one is taken. */
    private static final Set<Integer> MOMENT_LOST = Set.of(239, 246);

    private static final Pattern SYSTEM = Pattern.compile("^system\\.");
    private static final String WINDOW = "minSnapshotHistoryWindowInSeconds";
    private static final int WINDOW_SECONDS = 4 * 60 * 60;

    private final String mongoUri;
    private final Passphrase passphrase;

    /** @param mongoUri names the database */
    public Backup(String mongoUri, Passphrase passphrase) {
        this.mongoUri = mongoUri;
        this.passphrase = passphrase;
    }

    /** @param bytes of the file */
    public record Made(Path file, long documents, long bytes) {}

    /**
     * Writes it under another name, reads it back whole, then gives it its name, and notes in the database that there is one.
     *
     * @throws BackupRefused if the file is there already, cannot be written, or MongoDB does not answer
     */
    public Made into(Path target) {
        Path file = target.toAbsolutePath().normalize();
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        if (Files.exists(file)) {
            throw new BackupRefused("There is a file " + file + " already. Choose another name.");
        }
        try (MongoClient client = MongoClients.create(new ConnectionString(mongoUri))) {
            MongoDatabase database = client.getDatabase(
                    Objects.requireNonNull(new ConnectionString(mongoUri).getDatabase(), "no database is named"));
            long documents = write(client, database, unfinished);
            readBack(unfinished, documents);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            force(Objects.requireNonNull(file.getParent()));
            Made made = new Made(file, documents, Files.size(file));
            note(database, made);
            return made;
        } catch (FileSystemException e) {
            throw new BackupRefused("The backup cannot be written to " + file + " (" + e.getMessage() + ").");
        } catch (IOException e) {
            throw new BackupRefused("The backup was not made: " + e.getMessage() + ".");
        } catch (MongoException e) {
            throw new BackupRefused("MongoDB did not give the backup what it asked for: " + e.getMessage());
        } finally {
            deleteQuietly(unfinished);
        }
    }

    private long write(MongoClient client, MongoDatabase database, Path file) throws IOException {
        for (int attempt = 1; ; attempt++) {
            long before = keepSnapshots(client, WINDOW_SECONDS);
            try {
                return writeOnce(client, database, file);
            } catch (MongoException e) {
                if (attempt == TRIES || !MOMENT_LOST.contains(e.getCode())) {
                    throw e;
                }
            } finally {
                if (before >= 0) {
                    keepSnapshots(client, before);
                }
            }
        }
    }

    /**
     * How long MongoDB keeps the moment that is read. A large hub takes longer than the five minutes that are usual.
     *
     * @return how long it was before; less than 0 where MongoDB does not let us ask, and keeps what it keeps
     */
    private static long keepSnapshots(MongoClient client, long seconds) {
        try {
            Document answer =
                    client.getDatabase("admin").runCommand(new Document("setParameter", 1).append(WINDOW, seconds));
            return answer.get("was") instanceof Number was ? was.longValue() : -1;
        } catch (MongoCommandException notAllowed) {
            return -1;
        }
    }

    private long writeOnce(MongoClient client, MongoDatabase database, Path file) throws IOException {
        Files.deleteIfExists(file);
        List<Document> collections = database.listCollections()
                .filter(new Document("type", "collection").append("name", new Document("$not", SYSTEM)))
                .into(new ArrayList<>());
        try (FileChannel channel = ownFile(file);
                ClientSession moment = client.startSession(
                        ClientSessionOptions.builder().snapshot(true).build())) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), Seal.PIECE);
            long documents;
            try (ContentsWriter contents = new ContentsWriter(new SealedOutput(out, Seal.fresh(passphrase)))) {
                for (Document collection : collections) {
                    writeCollection(database, moment, collection, contents);
                }
                documents = contents.end();
            }
            channel.force(true);
            return documents;
        }
    }

    private static void writeCollection(
            MongoDatabase database, ClientSession moment, Document collection, ContentsWriter contents)
            throws IOException {
        String name = collection.getString("name");
        List<Document> indexes = database.getCollection(name).listIndexes().into(new ArrayList<>());
        contents.collection(name, collection.get("options", new Document()), indexes);
        try (MongoCursor<RawBsonDocument> documents = database.getCollection(name, RawBsonDocument.class)
                .find(moment)
                .batchSize(AT_A_TIME)
                .iterator()) {
            while (documents.hasNext()) {
                contents.document(documents.next());
            }
        }
    }

    /** Nobody but its owner may read it, from the first byte on. */
    private static FileChannel ownFile(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private void readBack(Path file, long documents) throws IOException {
        try {
            if (Restore.check(file, passphrase) == documents) {
                return;
            }
        } catch (BackupRefused damaged) {
            // Said below: it is the disk that does not give back what it took.
        }
        throw new IOException("what was written could not be read back");
    }

    /** The entry of the new name in its folder. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** For the status page, which says how old the last one is. */
    private static void note(MongoDatabase database, Made made) {
        database.getCollection("backups")
                .replaceOne(
                        new Document("_id", "last"),
                        new Document("_id", "last")
                                .append("at", Date.from(Instant.now()))
                                .append("file", made.file().getFileName().toString())
                                .append("documents", made.documents())
                                .append("bytes", made.bytes()),
                        new ReplaceOptions().upsert(true));
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            // It has a name that says that it is not finished.
        }
    }
}
