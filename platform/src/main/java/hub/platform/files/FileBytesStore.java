package hub.platform.files;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The bytes of files, in GridFS as MongoDB's tools and drivers know it: {@code file_bytes.files} and {@code file_bytes.chunks}. Written and read here piece by
 * piece through {@link Documents}: the driver's own way reads a file from its beginning only, and looks for its indexes without one.
 */
@Component
class FileBytesStore {
    static final String FILES = "file_bytes.files";
    static final String CHUNKS = "file_bytes.chunks";
    static final int CHUNK = 255 * 1024;

    /** Of {@value #CHUNK} bytes each, on their way to a reader. */
    private static final int AHEAD = 4;

    private final Documents<Document> files;
    private final Documents<Document> chunks;
    private final Clock clock;

    FileBytesStore(Collections collections, Clock clock) {
        this.files = collections.of(FILES, Document.class);
        this.chunks = collections.of(CHUNKS, Document.class);
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DuplicateKeyException (as a signal) if there are bytes under this id */
    Mono<Void> put(String id, String name, Path from, long length) {
        return pieces(id, from)
                .concatMap(chunks::insert, 1)
                .then(Mono.defer(() -> files.insert(new Document("_id", id)
                        .append("length", length)
                        .append("chunkSize", CHUNK)
                        .append("uploadDate", clock.instant())
                        .append("filename", name))))
                .then();
    }

    private static Flux<Document> pieces(String id, Path from) {
        return Flux.using(() -> Files.newInputStream(from), opened -> pieces(id, opened), FileBytesStore::close)
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static Flux<Document> pieces(String id, InputStream from) {
        return Flux.generate(() -> 0, (number, sink) -> {
            try {
                byte[] bytes = from.readNBytes(CHUNK);
                if (bytes.length == 0) {
                    sink.complete();
                } else {
                    sink.next(new Document("_id", new ObjectId())
                            .append("files_id", id)
                            .append("n", number)
                            .append("data", new Binary(bytes)));
                }
            } catch (IOException e) {
                sink.error(e);
            }
            return number + 1;
        });
    }

    private static void close(InputStream opened) {
        try {
            opened.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Some of its bytes.
     *
     * @param from the first of them, counted from 0
     * @param length how many; there must be as many
     */
    Flux<ByteBuffer> read(String id, long from, long length) {
        if (length == 0) {
            return Flux.empty();
        }
        long first = from / CHUNK;
        long last = (from + length - 1) / CHUNK;
        Query wanted = Query.query(where("files_id").is(id).and("n").gte(first).lte(last))
                .with(Sort.by("n"))
                .limit(Math.toIntExact(last - first + 1))
                .cursorBatchSize(AHEAD);
        return chunks.list(wanted).map(chunk -> part(chunk, from, from + length));
    }

    private static ByteBuffer part(Document chunk, long from, long to) {
        byte[] bytes = chunk.get("data", Binary.class).getData();
        long begins = (long) chunk.getInteger("n") * CHUNK;
        int start = Math.toIntExact(Math.max(0, from - begins));
        int end = Math.toIntExact(Math.min(bytes.length, to - begins));
        return ByteBuffer.wrap(bytes, start, end - start).slice();
    }

    Mono<Void> remove(String id) {
        return chunks.removeAll(Query.query(where("files_id").is(id)))
                .then(files.remove(Documents.byId(id)))
                .then();
    }
}
