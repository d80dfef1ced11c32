package hub.platform.requests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.codec.multipart.FilePart;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A file that came with a form: a component of this type in the form's record, null if none was chosen. Its bytes lie in a temporary file until the request
 * is answered; nothing about them has been looked at yet.
 */
public final class Upload implements FilePart {
    private static final int BUFFER = 64 * 1024;

    private final String field;
    private final String filename;
    private final HttpHeaders headers;
    private final Path path;
    private @Nullable FileChannel file;
    private long size;
    private boolean tooLarge;

    Upload(String field, String filename, HttpHeaders headers, Path path) {
        this.field = field;
        this.filename = filename;
        this.headers = headers;
        this.path = path;
    }

    /** Appends to the file. Blocks. */
    void add(DataBuffer bytes) {
        size += bytes.readableByteCount();
        try (DataBuffer.ByteBufferIterator parts = bytes.readableByteBuffers()) {
            if (file == null) {
                file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            }
            while (parts.hasNext()) {
                file.write(parts.next());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of it has come. */
    void end() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What has come so far is thrown away, and of what comes nothing is kept. Blocks. */
    void giveUp() {
        tooLarge = true;
        discard();
    }

    void discard() {
        end();
        TemporaryFiles.discard(path);
    }

    /** Of the field that brought it. */
    @Override
    public String name() {
        return field;
    }

    /** As the sender says it: any text at all. */
    @Override
    public String filename() {
        return filename;
    }

    @Override
    public HttpHeaders headers() {
        return headers;
    }

    /** Where its bytes are; nothing is there if it is too large. */
    public Path path() {
        return path;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** Whether all files of the form together were more than {@link UploadForm#MOST}; nothing was kept of it then. */
    public boolean isTooLarge() {
        return tooLarge;
    }

    @Override
    public Flux<DataBuffer> content() {
        return DataBufferUtils.read(path, DefaultDataBufferFactory.sharedInstance, BUFFER);
    }

    @Override
    public Mono<Void> transferTo(Path destination) {
        return Mono.<Void>fromRunnable(() -> {
                    try {
                        Files.copy(path, destination);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .subscribeOn(Schedulers.boundedElastic());
    }
}
