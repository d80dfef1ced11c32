package hub.platform.requests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Flux;

class UploadFormTests {
    private static final String HEAD = "--b\r\nContent-Disposition: form-data; name=\"";
    private static final byte[] PIECE = "0123456789abcdef".repeat(4096).getBytes(UTF_8);
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private TemporaryFiles files;

    @BeforeEach
    void aFolder() {
        files = new TemporaryFiles(folder.toString());
    }

    private static Flux<DataBuffer> bytes(String... parts) {
        return Flux.just(parts).map(part -> DefaultDataBufferFactory.sharedInstance.wrap(part.getBytes(UTF_8)));
    }

    private static Flux<DataBuffer> pieces(int many) {
        return Flux.range(0, many).map(number -> DefaultDataBufferFactory.sharedInstance.wrap(PIECE));
    }

    private static UploadForm read(TemporaryFiles files, Flux<DataBuffer> body) {
        return new UploadForm(files)
                .read(MockServerHttpRequest.post("/library/x/files")
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .body(body))
                .block(SOON);
    }

    private static String field(String name, String value) {
        return HEAD + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String file(String name) {
        return HEAD + "file\"; filename=\"" + name + "\"\r\nContent-Type: application/pdf\r\n\r\n";
    }

    private static Upload upload(UploadForm form) {
        return (Upload) form.files().getFirst("file");
    }

    private List<Path> onTheDisk() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void fieldsAndFilesComeApartHoweverTheyAreCut() throws IOException {
        UploadForm form = read(
                files,
                Flux.concat(
                        bytes(field("title", "Zoë’s diary"), file("diary.pdf")),
                        pieces(3),
                        bytes("\r\n-", "-b--\r\n")));
        assertThat(form.fields().getFirst("title")).isEqualTo("Zoë’s diary");
        Upload upload = upload(form);
        assertThat(upload.filename()).isEqualTo("diary.pdf");
        assertThat(upload.size()).isEqualTo(3L * PIECE.length);
        assertThat(Files.size(upload.path())).isEqualTo(3L * PIECE.length);
        assertThat(upload.isTooLarge()).isFalse();
        form.discard();
        assertThat(onTheDisk()).isEmpty();
    }

    @Test
    void ofAFileThatIsTooLargeNothingIsKeptAndTheFieldsAre() throws IOException {
        int many = (int) (UploadForm.MOST / PIECE.length) + 2;
        UploadForm form = read(
                files,
                Flux.concat(
                        bytes(file("large.pdf")), pieces(many), bytes("\r\n", field("title", "A diary"), "--b--\r\n")));
        assertThat(upload(form).isTooLarge()).isTrue();
        assertThat(form.fields().getFirst("title")).isEqualTo("A diary");
        assertThat(onTheDisk()).isEmpty();
    }

    @Test
    void whoHasNotSignedInLeavesNothingOnTheDisk() throws IOException {
        UploadForm form = read(
                null, Flux.concat(bytes(field("title", "A diary"), file("a.pdf")), pieces(2), bytes("\r\n--b--\r\n")));
        assertThat(form.fields().getFirst("title")).isEqualTo("A diary");
        assertThat(form.files()).isEmpty();
        assertThat(onTheDisk()).isEmpty();
    }

    @Test
    void aFieldInWhichNoFileWasChosenIsNone() {
        assertThat(read(files, bytes(file(""), "\r\n--b--\r\n")).files()).isEmpty();
    }

    @Test
    void whatIsSentWithoutEndIsNotReadToIt() {
        assertThatExceptionOfType(DataBufferLimitException.class)
                .isThrownBy(() -> read(files, Flux.concat(bytes(file("a.pdf")), pieces(2_000))));
        assertThatExceptionOfType(DataBufferLimitException.class)
                .isThrownBy(() -> read(files, bytes(field("title", "x".repeat(300_000)), "--b--\r\n")));
    }

    @Test
    void whatIsNoFormWithFilesIsTheSendersSlip() {
        assertThatExceptionOfType(ServerWebInputException.class)
                .isThrownBy(() -> read(files, bytes("no boundary at all")));
        assertThatExceptionOfType(ServerWebInputException.class)
                .isThrownBy(() -> read(files, Flux.concat(bytes(file("a.pdf")), pieces(1))));
    }

    @Test
    void whatAProcessLeftThatWasKilledIsClearedAway() throws IOException {
        Path left = Files.createDirectory(folder.resolve("hearth-files-4194399-12"));
        Files.writeString(left.resolve("upload"), "left");
        Path other = Files.createDirectory(folder.resolve("hearth-files-other"));
        new TemporaryFiles(folder.toString());
        assertThat(left).doesNotExist();
        assertThat(other).exists();
        assertThat(files.fresh().getParent()).exists();
    }
}
