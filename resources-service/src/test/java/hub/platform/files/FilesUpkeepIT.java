package hub.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Role;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Leases;
import hub.platform.requests.TemporaryFiles;
import hub.resources.ResourcesIT;
import hub.resources.ResourcesService;
import hub.resources.audiences.Audience;
import hub.resources.library.Guides;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Session;
import hub.testkit.People;
import hub.testkit.QueryWatch;
import hub.testkit.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.test.context.ContextConfiguration;
import reactor.core.publisher.Mono;

/** What was cut off half-way, what hangs on nothing, and what waits for the scanner; in a service that has files. */
@ResourcesIT
@ContextConfiguration(classes = ResourcesService.class)
class FilesUpkeepIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Place PLACE = new Place("library", "anything");

    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    Guides guides;

    @Autowired
    Files files;

    @Autowired
    FileStore store;

    @Autowired
    FileBytesStore bytes;

    @Autowired
    FileTextStore texts;

    @Autowired
    StoredFileScan scan;

    @Autowired
    Leases leases;

    @Autowired
    Clock clock;

    @Autowired
    hub.platform.files.cleaning.FileCleaner cleaner;

    @Autowired
    TemporaryFiles temporary;

    @Autowired
    ReactiveMongoTemplate mongo;

    @TempDir
    Path folder;

    private FilesUpkeep upkeep(StoredFileScan with) {
        return new FilesUpkeep(files, store, with, leases, clock, Duration.ofHours(1));
    }

    private StoredFile stored(FileState state, Instant at, String place) throws IOException {
        Path file = java.nio.file.Files.writeString(folder.resolve("file"), "Some words");
        StoredFile fresh =
                new StoredFile(Ids.next(), state, "a.txt", FileKind.TEXT, 10, "", "", at, place, "A file", null);
        store.insert(fresh)
                .then(bytes.put(fresh.id(), fresh.name(), file, 10))
                .then(texts.put(fresh.id(), "Some words"))
                .block(SOON);
        return fresh;
    }

    private long left(StoredFile file) {
        long left = 0;
        for (String collection : List.of("files", "file_texts", "file_bytes.files")) {
            left += count(collection, new Document("_id", file.id()));
        }
        return left + count("file_bytes.chunks", new Document("files_id", file.id()));
    }

    private long count(String collection, Document filter) {
        return Objects.requireNonNull(
                mongo.find(new BasicQuery(filter).comment(QueryWatch.TEST), Document.class, collection)
                        .count()
                        .block(SOON));
    }

    @Test
    void afterADayWhatWasCutOffOrHangsOnNothingIsClearedAway() throws IOException {
        Instant longAgo = clock.instant().minus(Duration.ofHours(25));
        StoredFile cutOff = stored(FileState.INCOMPLETE, longAgo, "");
        StoredFile cutOffWhileTakenAway = stored(FileState.INCOMPLETE, longAgo, PLACE.toString());
        StoredFile abandoned = stored(FileState.PASSED, longAgo, "");
        StoredFile recent = stored(FileState.PASSED, clock.instant(), "");
        StoredFile coming = stored(FileState.INCOMPLETE, clock.instant(), "");
        StoredFile attached = stored(FileState.PASSED, longAgo, PLACE.toString());
        upkeep(scan).round().block(SOON);
        assertThat(List.of(left(cutOff), left(cutOffWhileTakenAway), left(abandoned)))
                .containsOnly(0L);
        assertThat(List.of(left(recent), left(coming), left(attached))).containsOnly(4L);
    }

    @Test
    void whatHasNoBytesYetIsSeenByNobody() throws IOException {
        Place place = new Place("library", "incomplete");
        StoredFile coming = stored(FileState.INCOMPLETE, clock.instant(), place.toString());
        assertThat(store.at(place).block(SOON)).isEmpty();
        assertThat(store.attach(coming.id(), place, "A file").block(SOON)).isNull();
    }

    @Test
    void whatWaitsForTheScannerPassesWhenItIsBackAndNotBefore() throws IOException {
        StoredFile waiting = stored(FileState.WAITING, clock.instant(), PLACE.toString());
        upkeep(by("127.0.0.1:1")).round().block(SOON);
        assertThat(state(waiting)).isEqualTo(FileState.WAITING);
        try (InJvmClamd clamd = InJvmClamd.answering("stream: OK")) {
            upkeep(by(clamd.address())).round().block(SOON);
            assertThat(clamd.received()).asString().isEqualTo("Some words");
        }
        assertThat(state(waiting)).isEqualTo(FileState.PASSED);
    }

    @Test
    void whatTheScannerFindsIsHeldBack() throws IOException {
        StoredFile waiting = stored(FileState.WAITING, clock.instant(), PLACE.toString());
        try (InJvmClamd clamd = InJvmClamd.answering("stream: Test.Of-Ours FOUND")) {
            upkeep(by(clamd.address())).round().block(SOON);
        }
        assertThat(state(waiting)).isEqualTo(FileState.FOUND);
    }

    private StoredFileScan by(String clamd) {
        Intake intake = new Intake(cleaner, new Clamd(clamd, Duration.ofSeconds(5)), temporary);
        return new StoredFileScan(store, bytes, intake, temporary);
    }

    private FileState state(StoredFile file) {
        return Objects.requireNonNull(store.find(file.id()).block(SOON)).state();
    }

    @Test
    void whatIsHeldBackIsSeenByEditorsAloneUntilItIsCheckedAgain() throws IOException {
        String guide = guides.aGuideFor(Audience.PUBLIC);
        StoredFile held = stored(FileState.PASSED, clock.instant(), "library/" + guide);
        String page = "/library/" + guide;
        String own = page + "/files/" + held.id();
        Session editor = browsing.as(people.with("Helen", Role.STAFF_EDITOR));
        Session reader = browsing.signedOut();
        assertThat(reader.get(page).body()).contains("a.txt");
        for (FileState state : List.of(FileState.WAITING, FileState.FOUND)) {
            store.scanned(held.id(), state).block(SOON);
            assertThat(reader.get(page).body()).doesNotContain("a.txt");
            assertThat(editor.get(page).body()).doesNotContain("a.txt");
            assertThat(reader.get(own + "/a.txt").status()).isEqualTo(404);
            assertThat(editor.get(own + "/a.txt").status()).isEqualTo(404);
            String key = state == FileState.FOUND ? "library.files.found" : "library.files.waiting";
            assertThat(editor.get(page + "/files").body())
                    .contains("a.txt", Words.of(key), Words.of("library.files.check"));
        }
        assertThat(editor.post(own + "/check").location()).isEqualTo(page + "/files?done=checked");
        assertThat(reader.get(own + "/a.txt").body()).isEqualTo("Some words");
    }

    @Test
    void ofTwoProcessesOneIsAtWork() {
        Mono<Void> both = Mono.when(upkeep(scan).round(), upkeep(scan).round());
        assertThat(both.block(SOON)).isNull();
    }
}
