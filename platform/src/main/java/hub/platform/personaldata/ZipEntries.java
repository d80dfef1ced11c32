package hub.platform.personaldata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A zip file of texts, made as it is sent: no more of it is in memory than what is just being read. */
final class ZipEntries {
    /** What is sent at a time, in bytes. */
    private static final int CHUNK = 16 * 1024;

    private final ByteArrayOutputStream made = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(made, StandardCharsets.UTF_8);
    private boolean open;

    private ZipEntries() {}

    /** One file of it. */
    static final class Entry {
        private final String name;
        private final Flux<String> text;

        /** @param text in pieces; if there are none, there is no such file */
        Entry(String name, Flux<String> text) {
            this.name = name;
            this.text = text;
        }
    }

    static Flux<byte[]> of(Flux<Entry> entries) {
        return Flux.defer(() -> new ZipEntries().bytes(entries));
    }

    private Flux<byte[]> bytes(Flux<Entry> entries) {
        return Flux.concat(entries.concatMap(this::entry, 1), Mono.fromCallable(this::end))
                .filter(chunk -> chunk.length > 0);
    }

    private Flux<byte[]> entry(Entry entry) {
        return Flux.concat(
                entry.text.publishOn(Schedulers.boundedElastic(), 1).map(piece -> add(entry.name, piece)),
                Mono.fromCallable(this::close));
    }

    private byte[] add(String name, String piece) {
        try {
            if (!open) {
                zip.putNextEntry(new ZipEntry(name));
                open = true;
            }
            zip.write(piece.getBytes(StandardCharsets.UTF_8));
            return made.size() < CHUNK ? new byte[0] : taken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] close() throws IOException {
        if (open) {
            zip.closeEntry();
            open = false;
        }
        return taken();
    }

    private byte[] end() throws IOException {
        zip.close();
        return taken();
    }

    private byte[] taken() {
        byte[] bytes = made.toByteArray();
        made.reset();
        return bytes;
    }
}
