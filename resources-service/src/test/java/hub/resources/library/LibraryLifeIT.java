package hub.resources.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hub.platform.content.Content;
import hub.platform.due.DueWork;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Role;
import hub.platform.mongo.Leases;
import hub.platform.mongo.Transactions;
import hub.platform.text.Markdown;
import hub.platform.time.Times;
import hub.resources.Cast;
import hub.resources.ResourcesIT;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.People;
import hub.testkit.Stored;
import hub.testkit.TestClock;
import hub.testkit.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** From published to superseded or withdrawn, and what editors see of it. */
@ResourcesIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibraryLifeIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    Browsing browsing;

    @Autowired
    Markdown markdown;

    @Autowired
    LibraryStore store;

    @Autowired
    LibraryReminders reminders;

    @Autowired
    ReadCounts reads;

    @Autowired
    PieceReadings readings;

    @Autowired
    Transactions transactions;

    @Autowired
    Leases leases;

    @Autowired
    DueWork due;

    @Autowired
    TestClock clock;

    @Autowired
    ReactiveMongoTemplate mongo;

    Path root;
    Cast cast;
    LocalDate today;

    @BeforeAll
    void aLibrary(@TempDir Path folder) throws IOException {
        root = folder;
        cast = Cast.of(people, browsing);
        today = LocalDate.ofInstant(clock.instant(), Times.LONDON);
        write("new-way", "carers", today.plusDays(200), "");
        write("old-way", "carers", today.plusDays(200), "replacedBy: newer-way");
        write("newer-way", "carers", today.plusDays(200), "replacedBy: new-way");
        write("for-kin", "kinship", today.plusDays(200), "");
        write("into-kin", "public", today.plusDays(200), "replacedBy: for-kin");
        write("in-circles", "public", today.plusDays(200), "replacedBy: round");
        write("round", "public", today.plusDays(200), "replacedBy: in-circles");
        write("wrong", "carers", today.plusDays(200), "withdrawn: The rules have changed.\nreplacedBy: new-way");
        write("late", "carers", today.minusDays(3), "changes: The new form is in it.");
        write("nearly", "carers", today.plusDays(40), "");
        write("unseen", "kinship", today.plusDays(200), "");
        write(
                "linking",
                "public",
                today.plusDays(200),
                "",
                "[a](/library/nowhere) [b](/library/old-way) "
                        + "[c](/library/new-way) [d](/library/late#part) [e](/library)");
        start();
    }

    @Test
    void theAddressOfWhatWasSupersededLeadsToWhatTookItsPlaceWhichSaysSo() {
        Page old = cast.who("carer").get("/library/old-way");
        assertThat(old.status()).isEqualTo(303);
        assertThat(old.location()).isEqualTo("/library/new-way?instead=old-way");
        assertThat(cast.who("carer").get(old.location()).body())
                .contains(Words.of("library.instead.of", "Title of old-way"));
        assertThat(cast.who("carer").get("/library/new-way?instead=late").body())
                .doesNotContain(Words.of("library.instead"));
        assertThat(cast.who("carer").get("/library/new-way?instead=wrong").body())
                .contains(Words.of("library.instead.of", "Title of wrong"));
        assertThat(cast.who("carer").get("/library/topics/school").body())
                .contains("/library/new-way\"")
                .doesNotContain("/library/old-way\"", "/library/wrong\"");
    }

    @Test
    void whoMayNotReadWhatWasSupersededFindsNothingThere() {
        String never = browsing.signedOut().get("/library/never").body();
        assertThat(browsing.signedOut().get("/library/old-way").body()).isEqualTo(never);
        assertThat(browsing.signedOut().get("/library/wrong").body()).isEqualTo(never);
        assertThat(cast.who("carer").get("/library/old-way/files").status()).isEqualTo(404);
    }

    @Test
    void whatTookItsPlaceIsNotNamedToWhoeverMayNotReadIt() {
        Page page = browsing.signedOut().get("/library/into-kin");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(Words.of("library.ended.superseded"))
                .doesNotContain("for-kin", Words.of("library.ended.instead"));
        assertThat(cast.who("kinship carer").get("/library/into-kin").location())
                .startsWith("/library/for-kin");
    }

    @Test
    void twoThatNameEachOtherEndSomewhere() {
        assertThat(browsing.signedOut().get("/library/round").body()).contains(Words.of("library.ended.superseded"));
    }

    @Test
    void whatWasWithdrawnSaysWhyAndLeadsOn() {
        Page page = cast.who("carer").get("/library/wrong");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(Words.of("library.ended.withdrawn"), "The rules have changed.", "href=\"/library/new-way\"")
                .doesNotContain("<strong>plain</strong>");
    }

    @Test
    void aGuideSaysWhenAndByWhomItWasReviewedAndWhatIsNewInIt() {
        assertThat(cast.who("carer").get("/library/new-way").body())
                .contains(Words.of("library.reviewed", "September 2026", "virtual school"));
        assertThat(cast.who("carer").get("/library/late").body())
                .contains("The new form is in it.", Words.of("library.about.due"))
                .doesNotContain(Words.of("library.reviewed", "September 2026", "virtual school"));
    }

    @Test
    void editorsSeeWhatWantsAttentionOnAPageAndInAFile() throws IOException {
        Files.writeString(root.resolve("content/library/broken.md"), "---\ntitle: Broken\n---\nText");
        reads.bringIn("new-way", YearMonth.of(2026, 1), 1).block(SOON);
        var report = Objects.requireNonNull(new LibraryHealth(
                        store, new LibraryFolder(new Content(root.resolve("content")), markdown), reads, clock)
                .report(Objects.requireNonNull(
                        accounts.viewer(people.with("Edith", Role.STAFF_EDITOR).id())
                                .block(SOON)))
                .block(SOON));
        assertThat(report.overdue()).extracting(Piece::slug).containsExactly("late");
        assertThat(report.soon()).extracting(Piece::slug).containsExactly("nearly");
        assertThat(report.unread()).extracting(Piece::slug).contains("unseen").doesNotContain("new-way", "old-way");
        assertThat(report.broken())
                .extracting(LibraryHealth.BrokenLink::to, LibraryHealth.BrokenLink::why)
                .containsExactlyInAnyOrder(
                        tuple("nowhere", LibraryHealth.Why.MISSING),
                        tuple("old-way", LibraryHealth.Why.ENDED),
                        tuple("new-way", LibraryHealth.Why.NOT_FOR_ALL),
                        tuple("late", LibraryHealth.Why.NOT_FOR_ALL));
        assertThat(report.unreadable()).hasSize(1);
        String page = cast.who("editor").get("/library/staff/health").body();
        String file = cast.who("editor").get("/library/staff/health.csv").body();
        assertThat(page).contains("Title of late", Words.of("library.health.why.missing", "/library/nowhere"));
        assertThat(file).contains("Title of late", Words.of("library.health.why.missing", "/library/nowhere"));
    }

    @Test
    void whatIsOpenedIsCountedWithoutNamesAndEditorsDoNotCount() {
        for (int i = 0; i < 5; i++) {
            cast.who("carer").get("/library/nearly");
        }
        cast.who("editor").get("/library/unseen");
        browsing.signedOut().get("/library/linking");
        reads.writeDown().block(SOON);
        assertThat(reads.mostUsed(10).block(SOON)).contains("nearly").doesNotContain("new-way");
        assertThat(reads.everOpened().block(SOON)).contains("nearly").doesNotContain("unseen");
    }

    @Test
    void whoIsAskedToReadAGuideSaysSoAndWhoHasNotIsReminded() throws IOException {
        write("asked", "kinship", today.plusDays(200), "mustRead: true");
        start();
        start();
        assertThat(due.of("asked").map(DueWork.Due::kind).collectList().block(SOON))
                .containsOnlyOnce("library.read");
        assertThat(told("read-asked")).hasSize(1);
        var joe = cast.who("kinship carer");
        assertThat(joe.get("/library/asked").body()).contains(Words.of("publishing.read.button") + "</button>");
        assertThat(cast.who("staff").get("/library/asked").body()).doesNotContain("id=\"read\"");
        assertThat(cast.who("carer").post("/library/asked/read").status()).isEqualTo(404);
        assertThat(cast.who("staff").post("/library/asked/read").status()).isEqualTo(404);
        String before = cast.who("editor").get("/library/asked/readers").body();
        assertThat(before.indexOf("Joe")).isGreaterThan(before.indexOf(Words.of("publishing.readers.not")));
        assertThat(joe.post("/library/asked/read").location()).isEqualTo("/library/asked#read");
        assertThat(joe.get("/library/asked").body()).contains(Words.of("publishing.read.done"));
        String after = cast.who("editor").get("/library/asked/readers").body();
        assertThat(after.indexOf("Joe")).isGreaterThan(after.indexOf(Words.of("publishing.readers.has")));
        Account bea = people.with("Bea", Role.CARER, Role.KINSHIP_CARER);
        transactions.run(readings.handle("asked", clock.instant())).block(SOON);
        assertThat(told("read-asked"))
                .singleElement()
                .satisfies(again ->
                        assertThat(again.getList("accounts", String.class)).containsExactly(bea.id()));
        write("asked", "kinship", today.plusDays(200), "");
        start();
        assertThat(told("read-asked")).isEmpty();
        assertThat(due.of("asked").map(DueWork.Due::kind).collectList().block(SOON))
                .doesNotContain("library.read");
    }

    private List<Document> told(String subject) {
        return Stored.with(mongo, "tellings", "subject", subject);
    }

    @Test
    void theFirstPageShowsWhatIsNewWhatIsUsedAndForWhom() throws IOException {
        write("brand-new", "public", today.plusDays(200), "", "Text");
        Path file = root.resolve("content/library/brand-new.md");
        Files.writeString(
                file,
                Files.readString(file).replace("version: 2", "version: 1").replace("2026-09-14", today.toString()));
        start();
        reads.bringIn("for-kin", YearMonth.from(today), 40).block(SOON);
        reads.bringIn("linking", YearMonth.from(today), 30).block(SOON);
        String open = browsing.signedOut().get("/library").body();
        assertThat(open)
                .contains(">" + Words.of("library.fresh") + "</h2>", ">" + Words.of("library.used") + "</h2>")
                .contains("/library/brand-new\"", "/library/linking\"", "/library/for/public\"")
                .doesNotContain("for-kin", "/library/for/carers", "/library/for/kinship");
        assertThat(cast.who("kinship carer").get("/library").body())
                .contains("/library/for-kin\"", "/library/for/kinship\"");
        assertThat(browsing.signedOut().get("/library/brand-new").body()).contains("og:title");
        assertThat(cast.who("kinship carer").get("/library/for-kin").body()).doesNotContain("og:title");
    }

    @Test
    void editorsAreRemindedBeforeAReviewAndOnTheDay() throws IOException {
        assertThat(due.of("nearly").map(DueWork.Due::wall).collectList().block(SOON))
                .containsExactly(today.plusDays(10).atTime(9, 0));
        assertThat(due.of("late").collectList().block(SOON)).isEmpty();
        assertThat(due.of("wrong").collectList().block(SOON)).isEmpty();
        transactions.run(reminders.handle("nearly", clock.instant())).block(SOON);
        assertThat(told("review-nearly")).hasSize(1);
    }

    private void start() {
        new LibraryAtStart(
                        new LibraryFolder(new Content(root.resolve("content")), markdown),
                        store,
                        reminders,
                        readings,
                        transactions,
                        leases,
                        clock)
                .read()
                .block(SOON);
    }

    private void write(String slug, String audience, LocalDate reviewBy, String more) throws IOException {
        write(slug, audience, reviewBy, more, "In **plain** words.");
    }

    private void write(String slug, String audience, LocalDate reviewBy, String more, String text) throws IOException {
        Path folder = Files.createDirectories(root.resolve("content/library"));
        Files.writeString(folder.resolve(slug + ".md"), """
                ---
                title: Title of %s
                summary: Summary of it.
                topics: [school]
                audience: %s
                standards: [3]
                owner: Virtual school
                version: 2
                updated: 2026-09-14
                reviewBy: %s
                %s
                ---
                %s
                """.formatted(slug, audience, reviewBy, more, text));
    }
}
