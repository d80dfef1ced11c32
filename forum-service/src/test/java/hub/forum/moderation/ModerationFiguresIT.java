package hub.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Role;
import hub.platform.mongo.Ids;
import hub.testkit.Browsing.Page;
import hub.testkit.TestClock;
import hub.testkit.Words;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What moderators decided, in numbers for those who answer for it; nothing about fewer than five people. */
class ModerationFiguresIT extends ReportedPosts {
    @Autowired
    PostDecisionStore decisions;

    @Autowired
    TestClock clock;

    private void decided(int people, PostDecision.Outcome outcome) {
        Instant now = clock.instant();
        for (int person = 0; person < people; person++) {
            decisions
                    .insert(new PostDecision(
                            Ids.next(),
                            Ids.next(),
                            "a-group",
                            "person-" + person,
                            outcome,
                            mo.id(),
                            now.minus(Duration.ofHours(2)),
                            now,
                            ""))
                    .block();
        }
    }

    @Test
    void whatIsAboutFivePeopleIsShownAndWhatIsAboutFewerIsNot() {
        decided(6, PostDecision.Outcome.APPROVED);
        decided(3, PostDecision.Outcome.REFUSED);
        assertThat(moderator.get("/moderation/figures/approvals.csv").body())
                .as("weeks that are over alone")
                .doesNotContain("6");
        clock.forward(Duration.ofDays(8));
        Page page = moderator.get("/moderation/figures");
        assertThat(page.body())
                .contains(Words.of("moderation.figures.approvals.title"), ">6</td>")
                .doesNotContain(">3</td>", "person-0");
        String csv = moderator.get("/moderation/figures/approvals.csv").body();
        assertThat(csv).contains("6", Words.of("parts.figures.withheld"));
        assertThat(csv.lines().skip(1).findFirst().orElseThrow()).doesNotContain("3");
        assertThat(moderator.get("/moderation/figures/times.csv").body()).contains("9");
        assertThat(moderator.get("/moderation/figures/nothing.csv").status()).isEqualTo(404);
        assertThat(browsing.as(amina).get("/moderation/figures").status()).isEqualTo(404);
        assertThat(browsing.as(people.with("Adele", Role.ADMINISTRATOR))
                        .get("/moderation/figures")
                        .status())
                .isEqualTo(200);
    }
}
