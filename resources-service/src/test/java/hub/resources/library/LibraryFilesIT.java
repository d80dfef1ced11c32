package hub.resources.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.gridfs.GridFSBuckets;
import hub.platform.files.FileKind;
import hub.platform.files.FileRefusal;
import hub.platform.files.Files;
import hub.platform.files.StoredFile;
import hub.platform.identity.Account;
import hub.platform.identity.Viewer;
import hub.resources.Cast;
import hub.resources.ResourcesIT;
import hub.resources.audiences.Audience;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.People;
import hub.testkit.QueryWatch;
import hub.testkit.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Flux;

/** Files of guides: sent, checked, saved, taken away. */
@ResourcesIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibraryFilesIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern LINK =
            Pattern.compile("href=\"(/library/[^\"]*/files/[0-9a-z]{12}/[^\"]*[.][^\"]*)\"");

    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    Guides guides;

    @Autowired
    Files files;

    @Autowired
    ReactiveMongoTemplate mongo;

    @Autowired
    ReactiveMongoDatabaseFactory databases;

    private Cast cast;
    private Session editor;
    private Account helen;

    @BeforeAll
    void oneOfEach() {
        cast = Cast.of(people, browsing);
        helen = people.with("Helen the second", hub.platform.identity.Role.STAFF_EDITOR);
        editor = browsing.as(helen);
    }

    private String aGuideFor(Audience audience) {
        return "/library/" + guides.aGuideFor(audience);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] pdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setAuthor("Marguerite Penhaligon");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private String add(String guide, String name, byte[] bytes) {
        Page page = editor.get(guide + "/files");
        Page answer = editor.postFile(guide + "/files", name, bytes, "title", "A diary", "formKey", page.formKey());
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo(guide + "/files?done=added");
        return link(editor.get(guide).body());
    }

    /** One of our own, which needs no check. */
    private String bring(String guide, String words) {
        var place = LibraryFileRights.place(guide.substring("/library/".length()));
        StoredFile file = Objects.requireNonNull(
                files.bring(temporary(words), FileKind.TEXT, place, words).block(SOON));
        return guide + "/files/" + file.id() + "/" + file.name();
    }

    private static String link(String body) {
        Matcher link = LINK.matcher(body);
        assertThat(link.find()).as(body).isTrue();
        return link.group(1);
    }

    @Test
    void whatAnEditorAttachesStandsOnTheGuideWithItsKindAndSizeAndIsSavedAsItIsCalled() throws IOException {
        String guide = aGuideFor(Audience.CARERS);
        String link = add(guide, "../Zoë’s \"sleep\" diary.PDF", pdf());
        Page shown = cast.who("carer").get(guide);
        assertThat(shown.body())
                .contains(">A diary</a>", "Zoë’s sleep diary.pdf · PDF, ")
                .doesNotContain("Change its files");
        assertThat(editor.get(guide).body()).contains(Words.of("library.files.edit"));
        Page saved = cast.who("carer").get(link);
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.body()).startsWith("%PDF").doesNotContain("Penhaligon");
        assertThat(saved.headers())
                .containsEntry("Content-Type", "application/pdf")
                .containsEntry(
                        "Content-Disposition",
                        "attachment; filename=\"Zo__s sleep diary.pdf\"; filename*=UTF-8''Zo%C3%AB%E2%80%99s%20sleep%20diary.pdf")
                .containsEntry("Cache-Control", "private, no-cache")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    @Test
    void itsWordsAreKeptForTheSearch() {
        String guide = aGuideFor(Audience.CARERS);
        add(guide, "notes.txt", bytes("A lavender bath before bed"));
        StoredFile file = Objects.requireNonNull(files.at(LibraryFileRights.place(guide.substring(9)), viewer())
                        .block(SOON))
                .getFirst();
        assertThat(files.words(file).block(SOON)).isEqualTo("A lavender bath before bed");
    }

    private Viewer viewer() {
        return new Viewer(helen.id(), "Helen", "", hub.platform.identity.Approval.APPROVED, helen.roles());
    }

    static java.util.stream.Stream<String> readers() {
        return Cast.READ.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void aFileIsForWhoeverMayReadItsGuide(String reader) {
        for (Audience audience : Audience.values()) {
            String link = bring(aGuideFor(audience), "Words for " + audience);
            Page answer = cast.who(reader).get(link);
            boolean readable = Cast.READ.get(reader).contains(audience.slug());
            assertThat(answer.status()).isEqualTo(readable ? 200 : 404);
            if (!readable) {
                assertThat(answer.body())
                        .isEqualTo(cast.who(reader)
                                .get("/library/never/files/000000000000/notes.txt")
                                .body());
            }
        }
    }

    @Test
    void aFileIsThereUnderItsOwnGuideAlone() {
        String link = bring(aGuideFor(Audience.STAFF), "For staff");
        String other = aGuideFor(Audience.PUBLIC);
        assertThat(editor.get(other + link.replaceFirst("/library/[^/]*", "")).status())
                .isEqualTo(404);
    }

    @Test
    void twoTapsAttachOneFileAndAnotherFileInAnOldFormIsAnother() throws Exception {
        String guide = aGuideFor(Audience.PUBLIC);
        String key = editor.get(guide + "/files").formKey();
        Callable<Page> tap =
                () -> editor.postFile(guide + "/files", "a.txt", bytes("One"), "title", "A diary", "formKey", key);
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : hands.invokeAll(List.of(tap, tap))) {
                assertThat(one.get().status()).isEqualTo(303);
            }
        }
        assertThat(tap.call().status()).isEqualTo(303);
        assertThat(editor.get(guide).body().split("a\\.txt ·", -1)).hasSize(2);
        editor.postFile(guide + "/files", "b.txt", bytes("Two"), "title", "A diary", "formKey", key);
        assertThat(editor.get(guide).body()).contains("a.txt ·", "b.txt ·");
    }

    @Test
    void aLargeFileIsStoredInGridFsAndReadInAnyPart() {
        byte[] large = new byte[1_000_000];
        Random random = new Random(3);
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) ('a' + random.nextInt(26));
        }
        String link = add(aGuideFor(Audience.PUBLIC), "large.txt", large);
        assertThat(get(link, Map.of())).isEqualTo(large);
        assertThat(get(link, Map.of("Range", "bytes=261000-261300")))
                .isEqualTo(java.util.Arrays.copyOfRange(large, 261_000, 261_301));
        assertThat(get(link, Map.of("Range", "bytes=-5")))
                .isEqualTo(java.util.Arrays.copyOfRange(large, 999_995, 1_000_000));
        assertThat(get(link, Map.of("Range", "bytes=0-1,5-6"))).isEqualTo(large);
        assertThat(get(link, Map.of("Range", "bytes=5-6", "If-Range", "\"other\"")))
                .isEqualTo(large);
        String id = link.replaceFirst(".*/files/([0-9a-z]{12})/.*", "$1");
        List<ByteBuffer> read = databases
                .getMongoDatabase()
                .flatMapMany(database ->
                        Flux.from(GridFSBuckets.create(database, "file_bytes").downloadToPublisher(new BsonString(id))))
                .collectList()
                .block(SOON);
        assertThat(Objects.requireNonNull(read).stream()
                        .mapToInt(ByteBuffer::remaining)
                        .sum())
                .isEqualTo(large.length);
    }

    @Test
    void whoHasItAlreadyIsNotSentItAgain() {
        String link = bring(aGuideFor(Audience.PUBLIC), "Words");
        String etag = editor.get(link).headers().get("ETag");
        var client = browsing.signedOut().client();
        client.get()
                .uri(link)
                .header("If-None-Match", etag)
                .exchange()
                .expectStatus()
                .isNotModified();
        client.get()
                .uri(link)
                .header("Range", "bytes=90-")
                .exchange()
                .expectStatus()
                .isEqualTo(416)
                .expectHeader()
                .valueEquals("Content-Range", "bytes */5");
        client.get()
                .uri(link)
                .header("Range", "bytes=1-2")
                .header("If-Range", etag)
                .exchange()
                .expectStatus()
                .isEqualTo(206)
                .expectHeader()
                .valueEquals("Content-Range", "bytes 1-2/5");
        client.get()
                .uri(link)
                .header("Range", "bytes=nonsense")
                .exchange()
                .expectStatus()
                .isOk();
    }

    private byte[] get(String link, Map<String, String> headers) {
        return browsing.signedOut()
                .client()
                .mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(5_000_000))
                .build()
                .get()
                .uri(link)
                .headers(all -> headers.forEach(all::set))
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody();
    }

    @ParameterizedTest
    @CsvSource({
        "page.html, <!DOCTYPE html><html></html>, KIND_NOT_TAKEN",
        "page.pdf, <!DOCTYPE html><html></html>, KIND_NOT_TAKEN",
        "picture.svg, <svg xmlns='http://www.w3.org/2000/svg'/>, KIND_NOT_TAKEN",
        "notes.pdf, Plain words, NAME_DOES_NOT_FIT",
        "notes, Plain words, KIND_NOT_TAKEN",
        "cut.pdf, %PDF-1.7, DAMAGED",
        "empty.txt, '', EMPTY"
    })
    void aFileThatIsNotTakenIsRefusedBesideItsFieldAndTheOtherAnswersAreKept(
            String name, String text, FileRefusal why) {
        String guide = aGuideFor(Audience.PUBLIC);
        Page answer = editor.postFile(guide + "/files", name, bytes(text), "title", "My \"diary\"");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("href=\"#file\">" + Words.of(why.messageKey()), "id=\"file-error\"", "My &quot;diary&quot;");
        assertThat(editor.get(guide + "/files").body()).doesNotContain(Words.of("library.files.attached"));
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBesideItsFieldToo() {
        Page answer = editor.postFile(
                aGuideFor(Audience.PUBLIC) + "/files",
                "large.txt",
                new byte[26 * 1024 * 1024 + 1],
                "title",
                "My diary");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(Words.of(FileRefusal.TOO_LARGE.messageKey()), "My diary");
    }

    @Test
    void whatIsMissingIsSaidAtOnce() {
        Page answer = editor.post(aGuideFor(Audience.PUBLIC) + "/files", "title", " ");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(Words.of("files.missing"), Words.of("library.files.title.missing"));
    }

    @Test
    void whoIsNoEditorLeavesNothingBehind() {
        String guide = aGuideFor(Audience.PUBLIC);
        Map<String, Integer> answers = Map.of("signed out", 302, "carer", 404, "staff", 404, "suspended", 403);
        answers.forEach((person, answer) -> assertThat(cast.who(person)
                        .postFile(guide + "/files", "a.txt", bytes("One"), "title", "A diary")
                        .status())
                .as(person)
                .isEqualTo(answer));
        assertThat(editor.get(guide + "/files").body()).doesNotContain("a.txt");
    }

    @Test
    void whereNoFilesAreTakenAFormWithFilesIsNoForm() {
        assertThat(editor.postFile("/news/new", "a.txt", bytes("One"), "title", "A")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void aFileThatIsTakenAwayIsGoneWithItsBytesAndWords() {
        String guide = aGuideFor(Audience.PUBLIC);
        String link = add(guide, "notes.txt", bytes("Words"));
        String own = link.replaceFirst("/[^/]*$", "");
        assertThat(editor.get(own + "/remove").body()).contains(Words.of("library.files.remove.title"));
        assertThat(editor.post(own + "/remove").location()).isEqualTo(guide + "/files?done=removed");
        assertThat(browsing.signedOut().get(link).status()).isEqualTo(404);
        assertThat(browsing.signedOut().get(guide).body()).doesNotContain("notes.txt");
        String id = own.replaceFirst(".*/", "");
        for (String collection : List.of("files", "file_texts", "file_bytes.files")) {
            assertThat(count(collection, new Document("_id", id)))
                    .as(collection)
                    .isZero();
        }
        assertThat(count("file_bytes.chunks", new Document("files_id", id))).isZero();
    }

    private long count(String collection, Document filter) {
        Query query = new org.springframework.data.mongodb.core.query.BasicQuery(filter);
        return Objects.requireNonNull(mongo.find(query.comment(QueryWatch.TEST), Document.class, collection)
                .count()
                .block(SOON));
    }

    @Test
    void aThingHasTwentyFilesAtMost() {
        String guide = aGuideFor(Audience.PUBLIC);
        for (int i = 0; i < Files.MOST_AT_ONE_PLACE; i++) {
            bring(guide, "Words " + i);
        }
        Page answer = editor.postFile(guide + "/files", "more.txt", bytes("More"), "title", "More");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains(Words.of("files.tooMany"));
    }

    private static java.nio.file.Path temporary(String words) {
        try {
            java.nio.file.Path file = java.nio.file.Files.createTempFile("file", ".txt");
            file.toFile().deleteOnExit();
            return java.nio.file.Files.writeString(file, words);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
