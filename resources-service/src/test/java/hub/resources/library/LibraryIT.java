package hub.resources.library;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.content.Content;
import hub.platform.mongo.Leases;
import hub.platform.mongo.Transactions;
import hub.platform.text.Markdown;
import hub.resources.Cast;
import hub.resources.ResourcesIT;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.People;
import hub.testkit.TestClock;
import hub.testkit.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ResourcesIT
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibraryIT {
    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    Markdown markdown;

    @Autowired
    LibraryStore store;

    @Autowired
    Leases leases;

    @Autowired
    LibraryReminders reminders;

    @Autowired
    ReadCounts reads;

    @Autowired
    PieceReadings readings;

    @Autowired
    TestClock clock;

    @Autowired
    Transactions transactions;

    @TempDir
    Path root;

    Cast cast;

    @BeforeAll
    void oneOfEach() {
        cast = Cast.of(people, browsing);
    }

    @BeforeEach
    void aShelfForEachAudience() throws IOException {
        Path folder = Files.createDirectories(root.resolve("content/library"));
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        for (String audience : Cast.AUDIENCES) {
            write("for-" + audience, audience, "[school, secret-of-" + audience + "]", "2099-01-01", "start: 1");
        }
        start();
    }

    static Stream<String> readers() {
        return Cast.READ.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void everyListAndCountKnowsOnlyWhatIsForTheReader(String reader) {
        int all = Cast.READ.get(reader).size();
        String index = cast.who(reader).get("/library").body();
        String topic = cast.who(reader).get("/library/topics/school").body();
        String standard = cast.who(reader).get("/library/standards/3").body();
        assertThat(count(index, "/library/topics/school")).isEqualTo(all);
        assertThat(count(index, "/library/standards/3")).isEqualTo(all);
        for (String audience : Cast.AUDIENCES) {
            boolean readable = Cast.READ.get(reader).contains(audience);
            String link = "href=\"/library/for-" + audience + "\"";
            assertThat(index.contains(link)).as("index, " + audience).isEqualTo(readable);
            assertThat(topic.contains(link)).as("topic, " + audience).isEqualTo(readable);
            assertThat(standard.contains(link)).as("standard, " + audience).isEqualTo(readable);
            assertThat(index.contains("secret-of-" + audience)).isEqualTo(readable);
        }
    }

    @ParameterizedTest
    @MethodSource("readers")
    void aPieceForOthersIsLikeOneThatNeverWas(String reader) {
        Page never = cast.who(reader).get("/library/never");
        assertThat(never.status()).isEqualTo(404);
        for (String audience : Cast.AUDIENCES) {
            Page piece = cast.who(reader).get("/library/for-" + audience);
            Page topic = cast.who(reader).get("/library/topics/secret-of-" + audience);
            if (Cast.READ.get(reader).contains(audience)) {
                assertThat(piece.body()).contains("<h1>Title of for-" + audience + "</h1>");
                assertThat(topic.body()).contains("<h1>Secret of " + audience + "</h1>");
            } else {
                assertThat(piece.status()).isEqualTo(404);
                assertThat(piece.body()).isEqualTo(never.body());
                assertThat(topic.body()).isEqualTo(never.body());
            }
            for (String other : Cast.AUDIENCES) {
                assertThat(piece.body().contains("href=\"/library/for-" + other + "\""))
                        .isEqualTo(Cast.READ.get(reader).contains(audience)
                                && Cast.READ.get(reader).contains(other)
                                && !other.equals(audience));
            }
        }
    }

    @Test
    void aPieceSaysWhoAnswersForItAndWhenItWasChecked() {
        assertThat(cast.who("carer").get("/library/for-carers").body())
                .contains(Words.of("library.about.checked", "14 September 2026", "1 January 2099"))
                .contains(Words.of("library.about.owner", "Virtual school"), "<strong>plain</strong>")
                .doesNotContain(Words.of("library.about.due"));
    }

    @Test
    void aPieceThatIsDueSaysSoAndStillServes() throws IOException {
        write("overdue", "carers", "[school]", "2026-09-15", "");
        start();
        assertThat(cast.who("carer").get("/library/overdue").body())
                .contains(
                        Words.of("library.about.due"),
                        Words.of("library.about.due.stillRight", "14 September 2026"),
                        "<strong>plain</strong>");
        assertThat(cast.who("carer").get("/library/topics/school").body())
                .contains(Words.of("library.facts.due"), Words.of("library.facts.stillRight"));
    }

    @Test
    void aBrokenFileIsNamedAndItsEarlierVersionGoesOn(CapturedOutput log) throws IOException {
        Path file = root.resolve("content/library/for-carers.md");
        Files.writeString(file, Files.readString(file).replace("version: 2", "version: two"));
        write("quite-new", "carers", "[school]", "2099-01-01", "");
        start();
        assertThat(log).contains("content/library/for-carers.md, line 8: \"version\" must be a whole number from 1");
        assertThat(cast.who("carer").get("/library/for-carers").body()).contains("<h1>Title of for-carers</h1>");
        assertThat(cast.who("carer").get("/library/quite-new").status()).isEqualTo(200);
    }

    @Test
    void aPieceThatIsGoneFromTheFolderIsWithdrawnAndCanComeBack() throws IOException {
        Path file = root.resolve("content/library/for-carers.md");
        String text = Files.readString(file);
        Files.delete(file);
        start();
        Page gone = cast.who("carer").get("/library/for-carers");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.body())
                .isEqualTo(cast.who("carer").get("/library/never").body());
        assertThat(cast.who("carer").get("/library").body()).doesNotContain("/library/for-carers");
        Files.writeString(file, text);
        start();
        assertThat(cast.who("carer").get("/library/for-carers").status()).isEqualTo(200);
    }

    @Test
    void anEmptyFolderTakesNothingAway() throws IOException {
        for (String audience : Cast.AUDIENCES) {
            Files.delete(root.resolve("content/library/for-" + audience + ".md"));
        }
        start();
        assertThat(cast.who("carer").get("/library/for-carers").status()).isEqualTo(200);
    }

    @Test
    void thePagesOfAListDoNotRepeatOrSkip() throws IOException {
        for (int i = 0; i < 43; i++) {
            write("many-%02d".formatted(i), "public", "[many]", "2099-01-01", "");
        }
        start();
        for (String path : new String[] {"/library/topics/many", "/library"}) {
            StringBuilder all = new StringBuilder();
            String next = path;
            while (next.startsWith("/library")) {
                String body = browsing.signedOut().get(next).body();
                all.append(body);
                next = body.replaceFirst("(?s).*href=\"(/library[^\"]*[?]after=[^\"]*)\".*", "$1");
            }
            for (int i = 0; i < 43; i++) {
                assertThat(all.toString().split("href=\"/library/many-%02d\"".formatted(i), -1))
                        .as(path + " " + i)
                        .hasSize(2);
            }
        }
    }

    @Test
    void theLibraryOfTheRepositoryIsSound(CapturedOutput log) {
        new LibraryAtStart(
                        new LibraryFolder(new Content(Path.of("../content")), markdown),
                        store,
                        reminders,
                        readings,
                        transactions,
                        leases,
                        clock)
                .read()
                .block();
        assertThat(log).doesNotContain("Left as it was");
        assertThat(browsing.signedOut().get("/library/looking-after-yourself").status())
                .isEqualTo(200);
        assertThat(cast.who("kinship carer").get("/library").body())
                .contains(">Kinship and special guardianship</span>", ">6 Keep children safe</span>");
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
                .block();
    }

    private void write(String slug, String audience, String topics, String reviewBy, String more) throws IOException {
        Files.writeString(
                root.resolve("content/library/" + slug + ".md"), """
                ---
                title: Title of %s
                summary: Summary of it.
                topics: %s
                audience: %s
                standards: [3]
                owner: Virtual school
                version: 2
                updated: 2026-09-14
                reviewBy: %s
                %s
                ---
                In **plain** words.
                """.formatted(slug, topics, audience, reviewBy, more));
    }

    /** The number of guides that a link of the index says. */
    private static int count(String body, String href) {
        return Integer.parseInt(
                body.replaceFirst("(?s).*href=\"" + href + "\">.*?aria-hidden=\"true\">(\\d+)<.*", "$1"));
    }
}
