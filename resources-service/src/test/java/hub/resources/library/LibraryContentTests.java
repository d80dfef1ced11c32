package hub.resources.library;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.content.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The guides that come with the program: enough of them, plain, with sources, and not leading nowhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibraryContentTests {
    private static final int FEWEST = 40;
    private static final double OLDEST_READER = 11;
    private static final Pattern LINK = Pattern.compile("\\(/library/([a-z0-9-]+)[)#]");
    private static final Set<String> TOPICS = Set.of(
            "settling-in",
            "everyday-decisions",
            "feelings-and-behaviour",
            "sleep-and-health",
            "school",
            "family-time",
            "kinship",
            "keeping-safe",
            "looking-after-yourself",
            "your-constellation",
            "mentoring",
            "peer-support",
            "becoming-a-carer",
            "training-standards");

    private record Guide(Piece piece, String text) {}

    private Map<String, Guide> guides = Map.of();

    @BeforeAll
    void read() {
        Content content = new Content(Path.of("../content"));
        guides = content.files("library", ".md").stream()
                .map(file -> guide(content, file))
                .collect(Collectors.toMap(guide -> guide.piece().slug(), Function.identity()));
    }

    private static Guide guide(Content content, Path file) {
        try {
            Content.Page page = content.page(file);
            return new Guide(new PieceFile(page, Files.readAllLines(file)).read("", 1), page.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<Guide> published() {
        return guides.values().stream()
                .filter(guide -> guide.piece().ending() == null)
                .toList();
    }

    @Test
    void thereAreGuidesOnEachTopic() {
        assertThat(published()).hasSizeGreaterThanOrEqualTo(FEWEST);
        assertThat(published().stream()
                        .flatMap(guide -> guide.piece().topics().stream())
                        .collect(Collectors.toSet()))
                .isEqualTo(TOPICS);
    }

    @Test
    void someoneOfElevenCanReadEachOfThem() {
        assertThat(published())
                .allSatisfy(guide -> assertThat(ReadingAge.of(guide.text()))
                        .as(guide.piece().slug())
                        .isLessThanOrEqualTo(OLDEST_READER));
    }

    @Test
    void theFormulaTellsPlainWordsFromOthers() {
        assertThat(ReadingAge.of("The dog ran home. It was wet.")).isLessThan(7);
        assertThat(ReadingAge.of("Notwithstanding the aforementioned considerations, practitioners should endeavour to "
                        + "facilitate meaningful participation in multidisciplinary deliberations."))
                .isGreaterThan(16);
    }

    @Test
    void eachSaysWhereItComesFromAndWhenItIsReviewedNext() {
        assertThat(published()).allSatisfy(guide -> {
            assertThat(guide.text()).as(guide.piece().slug()).contains("## Where this comes from\n\n- ");
            assertThat(guide.piece().reviewBy())
                    .as(guide.piece().slug())
                    .isAfter(guide.piece().updated())
                    .isBefore(guide.piece().updated().plusYears(2));
            assertThat(guide.piece().updated()).isAfter(LocalDate.of(2025, 1, 1));
        });
    }

    @Test
    void noneLeadsToOneThatIsNotThereOrThatItsReadersMayNotRead() {
        for (Guide guide : published()) {
            LINK.matcher(guide.text()).results().map(link -> link.group(1)).forEach(slug -> {
                assertThat(guides).as(guide.piece().slug()).containsKey(slug);
                Piece to = java.util.Objects.requireNonNull(guides.get(slug)).piece();
                assertThat(to.ending()).as(guide.piece().slug() + " to " + slug).isNull();
                assertThat(LibraryHealth.isForAllOf(guide.piece(), to))
                        .as(guide.piece().slug() + " to " + slug)
                        .isTrue();
            });
        }
    }
}
