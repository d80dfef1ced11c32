package hub.forum.figures;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.forum.threads.ImportThreads;
import hub.forum.threads.ImportThreads.OldPost;
import hub.forum.threads.ImportThreads.OldThread;
import hub.platform.identity.Role;
import hub.platform.time.Times;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.Words;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Staff see how much is written, and nothing of what few people wrote. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardFiguresIT {
    private static final LocalDate LAST_MONDAY = LocalDate.now(Times.LONDON)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .minusWeeks(1);

    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    GroupMaker making;

    @Autowired
    ImportThreads imports;

    Session staff;

    @BeforeAll
    void weeksOnBoards() {
        staff = browsing.as(people.with("Ssw", Role.SUPERVISING_SOCIAL_WORKER));
        Group caring = making.aBoard("=Everyday, \"caring\"").there();
        Group school = making.aBoard("School").there();
        Group quiet = making.aBoard("Quiet").there();
        Group hidden = making.aHiddenGroup("Zephyrine").there();
        // In the last week that is over, on its first and its last minute; in the one before; and in one that is not
        // over.
        wrote(caring, LAST_MONDAY, 12, 7);
        wrote(caring, LAST_MONDAY.minusWeeks(1), 9, 6);
        wrote(caring, LAST_MONDAY.plusWeeks(1), 31, 31);
        wrote(caring, LAST_MONDAY.minusWeeks(12), 77, 30);
        wrote(school, LAST_MONDAY, 10, 5);
        wrote(school, LAST_MONDAY.minusWeeks(1), 40, 2);
        wrote(quiet, LAST_MONDAY, 3, 3);
        wrote(hidden, LAST_MONDAY, 999, 500);
    }

    @Test
    void numbersOfEnoughPeopleAreShownByWeekAndBoard() {
        List<List<String>> table = csv();
        assertThat(table.getFirst()).startsWith("Board").hasSize(13);
        assertThat(table.getFirst().get(12))
                .isEqualTo(DateTimeFormatter.ofPattern("d MMM", Locale.UK).format(LAST_MONDAY));
        assertThat(row(table, "'=Everyday, \"caring\"").get(0)).isNotEmpty();
        assertThat(table.stream().map(List::getFirst))
                .contains("School", "Quiet", "All")
                .hasSize(5);
    }

    @Test
    void whatFewPeopleWroteIsWithheldHoweverMuchItIs() {
        List<List<String>> table = csv();
        assertThat(row(table, "School").get(11)).isEqualTo(Words.of("parts.figures.withheld"));
        assertThat(row(table, "Quiet").get(12)).isEqualTo(Words.of("parts.figures.withheld"));
        assertThat(table.stream().flatMap(List::stream)).doesNotContain("40", "3", "999", "77", "31");
    }

    @Test
    void nothingThatIsWithheldIsTheDifferenceOfWhatIsShown() {
        List<List<String>> table = csv().subList(1, 5);
        for (int week = 1; week <= 12; week++) {
            int here = week;
            assertThat(table.stream()
                            .filter(row -> row.get(here).equals(Words.of("parts.figures.withheld")))
                            .count())
                    .isNotEqualTo(1);
        }
    }

    @Test
    void thePageDrawsThemWithTheirTables() {
        Page page = staff.get("/figures");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("<caption", Words.of("figures.each.title"), "=Everyday, &quot;caring&quot;")
                .contains("role=\"img\"", "<desc", Words.of("parts.figures.why"), "href=\"/figures/boards.csv\"")
                .doesNotContain("Zephyrine", "style=");
        assertThat(staff.get("/me").body()).contains("href=\"/figures\"");
    }

    @Test
    void theFileIsSavedUnderASafeName() {
        Page file = staff.getAs("*/*", "/figures/boards.csv");
        assertThat(file.headers().get("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.headers().get("Content-Disposition"))
                .isEqualTo("attachment; filename=\"posts-on-boards-to-" + LAST_MONDAY.plusDays(6) + ".csv\"");
        assertThat(file.body()).startsWith("\uFEFF\"Board\"").endsWith("\r\n");
    }

    @Test
    void carersDoNotKnowOfThem() {
        Session amina = browsing.as(people.carer("Amina"));
        assertThat(amina.get("/figures").status()).isEqualTo(404);
        assertThat(amina.get("/figures/boards.csv").status()).isEqualTo(404);
        assertThat(amina.get("/me").body()).doesNotContain("/figures");
    }

    /** So many posts of a week, by so many people, from its first minute to its last. */
    private void wrote(Group board, LocalDate monday, int posts, int authors) {
        Instant first = monday.atStartOfDay(Times.LONDON).toInstant();
        Instant last =
                monday.plusWeeks(1).atStartOfDay(Times.LONDON).toInstant().minusMillis(1);
        List<OldPost> all = new ArrayList<>();
        for (int i = 0; i < posts; i++) {
            Instant at = i == posts - 1 ? last : first.plusSeconds(i * 60L);
            all.add(new OldPost(i == 0 ? null : 0, "writer-" + i % authors, at, "Words"));
        }
        imports.add(new OldThread(board.id() + monday, board.id(), "Talk", false, null, "", all))
                .block();
    }

    private List<List<String>> csv() {
        return staff.get("/figures/boards.csv")
                .body()
                .substring(1)
                .lines()
                .map(line -> List.of(line.substring(1, line.length() - 1)
                        .replace("\"\"", "”")
                        .split("\",\"")))
                .map(fields ->
                        fields.stream().map(field -> field.replace('”', '"')).toList())
                .toList();
    }

    private static List<String> row(List<List<String>> table, String name) {
        return table.stream()
                .filter(row -> row.getFirst().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
