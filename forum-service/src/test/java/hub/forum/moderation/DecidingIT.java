package hub.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.groups.Group;
import hub.platform.mongo.Collections;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.QueryWatch;
import hub.testkit.Words;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** What is decided about a report, with a reason, and who is told: the author alone, or all who read the conversation. */
class DecidingIT extends ReportedPosts {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    Collections collections;

    @Test
    void aHiddenPostIsExplainedToItsAuthorAlone() {
        Group group = aHiddenGroup("Redshank");
        String post = post(joe, group, "The words that go");
        report(amina, post, "identifies-a-child", "");
        String report = taken();
        assertThat(decide(moderator, report, "hidden", "It names a school").location())
                .isEqualTo("/moderation?done=decided");
        String thread = threadOf(post);
        assertThat(browsing.as(joe).get(thread).body()).contains("It names a school");
        assertThat(browsing.as(amina).get(thread).body())
                .contains(Words.of("threads.post.hidden"))
                .doesNotContain("The words that go", "It names a school");
        assertThat(moderator.get(report).body()).contains(Words.of("moderation.case.closed"));
        assertThat(cases(moderator)).doesNotContain(report);
        assertThat(log())
                .anyMatch(entry -> entry.act().equals("moderation.decide")
                        && entry.details().getOrDefault("outcome", "").equals("hidden")
                        && entry.details().getOrDefault("reason", "").equals("It names a school"));
        Page again = decide(moderator, report, "left", "Changed my mind");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains(Words.of("moderation.closedAlready"));
    }

    @Test
    void aLockedConversationSaysWhyToAllAndALeftOneStaysAsItIs() {
        Group group = aHiddenGroup("Ruff");
        String heated = post(joe, group, "Heated words");
        report(amina, heated, "unkind", "");
        decide(moderator, taken(), "locked", "Let us sleep on it");
        assertThat(browsing.as(amina).get(threadOf(heated)).body()).contains("Let us sleep on it", "Heated words");
        String kind = post(joe, group, "Kind words");
        report(amina, kind, "unkind", "");
        assertThat(decide(moderator, taken(), "left", "It is kind enough").status())
                .isEqualTo(303);
        assertThat(browsing.as(amina).get(threadOf(kind)).body())
                .contains("Kind words")
                .doesNotContain("It is kind enough");
    }

    @Test
    void withoutAReasonNothingIsDecidedAndTheNoteStays() {
        String post = post(joe, aHiddenGroup("Sanderling"), "Still there");
        report(amina, post, "unkind", "");
        String report = taken();
        Page none = moderator.post(report + "/decide", "note", "A note that is kept");
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.body())
                .contains(
                        Words.of("moderation.outcome.missing"),
                        "A note that is kept",
                        "<title>" + Words.partOf("parts.title.error"),
                        "href=\"#outcome\"");
        Page noNote = decide(moderator, report, "hidden", " x ");
        assertThat(noNote.status()).isEqualTo(422);
        assertThat(noNote.body()).contains(Words.of("moderation.note.missing"));
        assertThat(noNote.body()).containsPattern("value=\"hidden\"[^>]*checked");
        assertThat(decide(moderator, report, "hidden", "y".repeat(501)).status())
                .isEqualTo(422);
        assertThat(browsing.as(amina).get(threadOf(post)).body()).contains("Still there");
        assertThat(decide(moderator, report, "no-such-thing", "A good reason").status())
                .isEqualTo(422);
    }

    @Test
    void aReportThatNobodyHasLookedAtCannotBeClosed() {
        String post = post(joe, aHiddenGroup("Dotterel"), "Unseen words");
        report(amina, post, "unkind", "");
        String report = newest();
        Page unseen = decide(moderator, report, "hidden", "Without a look");
        assertThat(unseen.status()).isEqualTo(409);
        assertThat(unseen.body()).contains(Words.of("moderation.takeFirst")).doesNotContain("Unseen words");
        assertThat(cases(moderator)).contains(report);
        assertThat(browsing.as(amina).get(threadOf(post)).body()).contains("Unseen words");
    }

    @Test
    void aDecisionAfterTheDayOfTheEntryComesInOnceMore() {
        Group group = aHiddenGroup("Turnstone");
        String post = post(joe, group, "Words of yesterday");
        report(amina, post, "unkind", "");
        String report = taken();
        Query entries = Query.query(
                Criteria.where("group").is(group.id()).and("moderator").is(mo.id()));
        collections
                .of("moderator_entries", Document.class)
                .changeAll(
                        entries.comment(QueryWatch.TEST),
                        new Update().set("until", Instant.now().minusSeconds(1)))
                .block(SOON);
        assertThat(moderator.get(group.path()).status()).isEqualTo(404);
        assertThat(decide(moderator, report, "hidden", "It is too late at night")
                        .status())
                .isEqualTo(303);
        assertThat(browsing.as(amina).get(threadOf(post)).body())
                .as("no report is closed over a post that can still be read")
                .doesNotContain("Words of yesterday");
        assertThat(browsing.as(amina)
                        .get("/groups/" + group.id() + "/about")
                        .body()
                        .split("To answer report", -1))
                .hasSize(3);
    }

    @Test
    void aFacilitatorAnswersInTheirGroupWithoutComingInAsAModerator() {
        Group group = aHiddenGroup("Oystercatcher");
        String post = post(joe, group, "For the facilitator to see");
        report(amina, post, "unkind", "");
        Session facilitator = browsing.as(gwen);
        String report = cases(facilitator).getLast();
        facilitator.post(report + "/take");
        assertThat(facilitator.get(report).body()).contains("For the facilitator to see");
        assertThat(decide(facilitator, report, "hidden", "We said no names").status())
                .isEqualTo(303);
        assertThat(browsing.as(amina).get(threadOf(post)).body()).doesNotContain("For the facilitator to see");
        assertThat(browsing.as(amina).get("/groups/" + group.id() + "/about").body())
                .doesNotContain("To answer report");
    }

    @Test
    void aPostThatItsAuthorTookBackMeanwhileIsAnsweredAllTheSame() {
        String post = post(joe, aHiddenGroup("Greenshank"), "Soon gone");
        report(amina, post, "unkind", "");
        String report = taken();
        browsing.as(joe).post(threadOf(post).replaceAll("/[^/]*$", "") + "/posts/" + post + "/delete");
        assertThat(decide(moderator, report, "hidden", "It was unkind").status())
                .isEqualTo(303);
        assertThat(cases(moderator)).doesNotContain(report);
    }
}
