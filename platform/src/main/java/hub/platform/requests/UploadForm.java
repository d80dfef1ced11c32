package hub.platform.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.FormPartEvent;
import org.springframework.http.codec.multipart.Part;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.codec.multipart.PartEventHttpMessageReader;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A form with files as it comes in: fields are kept in memory, files go to the disk piece by piece. A file that is too large is read to its end all the
 * same and thrown away, as only then does a browser show the page that says so.
 */
public final class UploadForm {
    /** In bytes, for all files of a form together. */
    public static final long MOST = 25L * 1024 * 1024;

    /** In bytes, for all that is sent. Beyond that the connection ends without a word beside the field. */
    private static final long MOST_READ = 4 * MOST;

    private static final int MOST_TEXT = 256 * 1024;
    private static final int MOST_PARTS = 64;
    private static final int AHEAD = 4;
    private static final ResolvableType EVENT = ResolvableType.forClass(PartEvent.class);

    private final @Nullable TemporaryFiles files;
    private final MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    private final List<Upload> uploads = new ArrayList<>();
    private @Nullable Upload coming;
    private boolean discarded;
    private long read;
    private long text;
    private long kept;

    /** @param files null where no file is kept, as nobody has signed in */
    UploadForm(@Nullable TemporaryFiles files) {
        this.files = files;
    }

    /** Reads all of it. */
    Mono<UploadForm> read(ServerHttpRequest request) {
        if (request.getHeaders().getContentLength() > MOST_READ) {
            return Mono.error(() -> new DataBufferLimitException("More than anybody sends in a form"));
        }
        PartEventHttpMessageReader reader = new PartEventHttpMessageReader();
        reader.setMaxParts(MOST_PARTS);
        reader.setMaxInMemorySize(MOST_TEXT);
        return reader.read(EVENT, request, Map.of())
                .doOnDiscard(PartEvent.class, event -> DataBufferUtils.release(event.content()))
                .publishOn(Schedulers.boundedElastic(), AHEAD)
                .doOnNext(this::take)
                .then(Mono.just(this))
                .onErrorMap(
                        failure -> failure instanceof DecodingException || failure instanceof IllegalArgumentException,
                        broken -> new ServerWebInputException("Not a form", null, broken));
    }

    private synchronized void take(PartEvent event) {
        try {
            if (discarded) {
                return;
            }
            read += event.content().readableByteCount();
            if (read > MOST_READ) {
                throw new DataBufferLimitException("More than anybody sends in a form");
            }
            if (event instanceof FilePartEvent file) {
                take(file);
            } else if (event instanceof FormPartEvent field) {
                take(field);
            }
        } finally {
            DataBufferUtils.release(event.content());
        }
    }

    private void take(FormPartEvent field) {
        text += field.value().length();
        if (text > MOST_TEXT) {
            throw new DataBufferLimitException("A form with too much text");
        }
        fields.add(field.name(), field.value());
    }

    private void take(FilePartEvent event) {
        // A field in which no file was chosen comes without a name and a byte.
        if (files != null && coming == null && !event.filename().isEmpty()) {
            coming = new Upload(event.name(), event.filename(), event.headers(), files.fresh());
            uploads.add(coming);
        }
        Upload file = coming;
        if (file != null && !file.isTooLarge()) {
            kept += event.content().readableByteCount();
            if (kept > MOST) {
                file.giveUp();
            } else {
                file.add(event.content());
            }
        }
        if (event.isLast() && file != null) {
            file.end();
            coming = null;
        }
    }

    /** What was typed. */
    MultiValueMap<String, String> fields() {
        return fields;
    }

    MultiValueMap<String, Part> files() {
        MultiValueMap<String, Part> parts = new LinkedMultiValueMap<>();
        uploads.forEach(upload -> parts.add(upload.name(), upload));
        return parts;
    }

    /** Takes the temporary files away. Blocks for a moment. */
    synchronized void discard() {
        discarded = true;
        uploads.forEach(Upload::discard);
    }
}
