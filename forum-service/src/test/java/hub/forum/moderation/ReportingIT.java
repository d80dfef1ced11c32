package hub.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.groups.Group;
import hub.platform.identity.Account;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A member's word about a post: once from each person, with a reason, and only about what they may read. */
class ReportingIT extends ReportedPosts {
    @Test
    void aMemberReportsAPostOnceHoweverOftenTheyPress() {
        Account leads = people.carer("Leads Plover");
        Account ivy = people.carer("Ivy Plover");
        Group group = making.aHiddenGroup("Plover")
                .withMembers(amina, joe, ivy)
                .facilitatedBy(leads)
                .there();
        String post = post(joe, group, "Too much about a child");
        Page form = browsing.as(amina).get("/moderation/report?post=" + post);
        assertThat(form.body())
                .contains(
                        "Too much about a child", Words.of("moderation.reason.identifies-a-child"), "href=\"tel:999\"");
        Page sent = report(amina, post, "identifies-a-child", "Look at the second line");
        assertThat(sent.location()).isEqualTo("/moderation/reported?post=" + post);
        assertThat(browsing.as(amina).get(sent.location()).body()).contains(Words.of("moderation.reported.title"));
        assertThat(report(amina, post, "unkind", "And again: the third line").status())
                .isEqualTo(303);
        assertThat(cases(browsing.as(leads))).hasSize(1);
        report(ivy, post, "unkind", "");
        assertThat(browsing.as(leads).get("/moderation").body())
                .as("another person's word is told with the first one")
                .contains(Words.of("moderation.queue.many", 2));
        assertThat(cases(browsing.as(leads))).hasSize(1);
    }

    @Test
    void aReportWithoutAReasonIsAskedForOneAndKeepsItsWords() {
        String post = post(joe, aHiddenGroup("Dunlin"), "Some words");
        Page none = browsing.as(amina).post("/moderation/report", "post", post, "words", "These words are kept");
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.body())
                .contains(
                        Words.of("moderation.reason.missing"),
                        "These words are kept",
                        "<title>" + Words.partOf("parts.title.error"),
                        "href=\"#reason\"");
        Page tooLong = report(amina, post, "unkind", "x".repeat(1_001));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.body()).contains("1,001 characters");
    }

    @Test
    void anOutsiderCannotTellAPostOfAHiddenGroupFromOneThatNeverWas() {
        String post = post(joe, aHiddenGroup("Phalarope"), "Hidden words");
        Session outsider = browsing.as(otto);
        for (String address : List.of("/moderation/report?post=", "/moderation/reported?post=")) {
            Page hidden = outsider.get(address + post);
            Page never = outsider.get(address + "000000000000");
            assertThat(hidden.status()).isEqualTo(404);
            assertThat(hidden.body()).isEqualTo(never.body());
            assertThat(hidden.headers().keySet()).isEqualTo(never.headers().keySet());
        }
        for (String reason : List.of("unkind", "", "nonsense")) {
            Page hidden = report(otto, post, reason, "Let me see");
            Page never = report(otto, "000000000000", reason, "Let me see");
            assertThat(hidden.status()).isEqualTo(404);
            assertThat(hidden.body()).isEqualTo(never.body());
        }
    }
}
