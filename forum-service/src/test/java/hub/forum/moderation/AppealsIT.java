package hub.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.forum.groups.Group;
import hub.platform.identity.Role;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.TestClock;
import hub.testkit.Words;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reports of one post are one thing to answer; who is meant is told why, and may ask for another look. */
class AppealsIT extends ReportedPosts {
    private static final String TOLD = "/notifications";

    @Autowired
    TestClock clock;

    @Test
    void allWhoReportedAPostAreAnsweredAtOnce() {
        Group group = making.aHiddenGroup("Linnet")
                .withMembers(amina, joe, otto)
                .facilitatedBy(gwen)
                .there();
        String post = post(joe, group, "Reported by two");
        report(amina, post, "unkind", "First word siskin");
        report(otto, post, "identifies-a-child", "Second word brambling");
        Session facilitator = browsing.as(gwen);
        assertThat(facilitator.get("/moderation").body())
                .contains(Words.of("moderation.queue.many", 2), "Linnet", "Joe");
        String report = cases(facilitator).getLast();
        facilitator.post(report + "/take");
        assertThat(facilitator.get(report).body()).contains("siskin", "brambling");
        assertThat(decide(facilitator, report, "left", "Said kindly").status()).isEqualTo(303);
        assertThat(facilitator.get("/moderation").body()).doesNotContain("Linnet");
        assertThat(facilitator.get("/moderation/decided").body()).contains(report, Words.of("moderation.was.left"));
        for (Session told : List.of(browsing.as(amina), browsing.as(otto))) {
            await().untilAsserted(() -> assertThat(told.get(TOLD).body())
                    .contains(Words.partOf("moderation.decided.notice.say").strip()));
        }
        report(amina, post, "unkind", "It was changed since");
        assertThat(cases(facilitator))
                .as("a post can be reported again once that is answered")
                .hasSize(1);
    }

    @Test
    void whatNobodyHasReadYetIsNotAnsweredByLeavingThePost() {
        Group group = making.aHiddenGroup("Brambling")
                .withMembers(amina, joe, otto)
                .facilitatedBy(gwen)
                .there();
        String post = post(joe, group, "Reported once more");
        report(amina, post, "unkind", "");
        Session facilitator = browsing.as(gwen);
        String first = cases(facilitator).getLast();
        facilitator.post(first + "/take");
        report(otto, post, "identifies-a-child", "Worse than that");
        assertThat(decide(facilitator, first, "left", "Said kindly").status()).isEqualTo(303);
        List<String> left = cases(facilitator);
        assertThat(left).as("it came after the look").doesNotContain(first);
        String second = left.getLast();
        facilitator.post(second + "/take");
        assertThat(facilitator.get(second).body()).contains("Worse than that");
        assertThat(decide(facilitator, second, "hidden", "It names a child").status())
                .isEqualTo(303);
        assertThat(cases(facilitator)).doesNotContain(second);
    }

    @Test
    void hidingAPostInItsConversationAnswersWhatWasReported() {
        Group group = aHiddenGroup("Redpoll");
        String post = post(joe, group, "Soon hidden");
        report(amina, post, "unkind", "");
        Session facilitator = browsing.as(gwen);
        String report = cases(facilitator).getLast();
        hide(facilitator, post, "No names, please");
        await().untilAsserted(() -> assertThat(cases(facilitator)).doesNotContain(report));
        assertThat(facilitator.get(report).body()).contains(Words.of("moderation.was.hidden"), "Gwen");
    }

    @Test
    void theAuthorOfAHiddenPostAsksForAnotherLookAndSomebodyElseDecides() {
        Group group = aHiddenGroup("Twite");
        String post = post(joe, group, "It was only the weather hobby");
        hide(browsing.as(gwen), post, "It names a school");
        Session author = browsing.as(joe);
        String why = "/moderation/hidden/" + post;
        await().untilAsserted(() -> assertThat(author.get(TOLD).body())
                .contains(Words.partOf("threads.hidden.notice.say").strip()));
        assertThat(author.get(why).body())
                .contains("It names a school", "the weather hobby", Words.of("moderation.hidden.leader"));
        Page asked = author.post(why, "words", "It is about the weather");
        assertThat(asked.status()).isEqualTo(303);
        assertThat(author.post(why, "words", "It is about the weather").location())
                .isEqualTo(asked.location());
        Page other = author.post(why, "words", "Once more");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body()).contains("Once more</textarea>");
        String appeal = asked.location().replace("/appealed/", "/appeals/");
        assertThat(browsing.as(gwen).get(appeal).status())
                .as("not by whoever hid it")
                .isEqualTo(404);
        assertThat(browsing.as(amina).get(appeal).status()).isEqualTo(404);
        await().untilAsserted(() -> assertThat(moderator.get(TOLD).body())
                .contains(Words.partOf("moderation.appealWaits.notice.say").strip()));
        assertThat(moderator.get("/").body()).contains(Words.of("moderation.queue.title"));
        assertThat(moderator.get(appeal).body()).doesNotContain("weather", "Joe", "Twite");
        assertThat(moderator.post(appeal + "/look").status()).isEqualTo(303);
        assertThat(moderator.get(appeal).body()).contains("the weather hobby", "It is about the weather", "Joe");
        assertThat(moderator
                        .post(appeal + "/decide", "outcome", "show", "note", "")
                        .status())
                .isEqualTo(422);
        assertThat(moderator
                        .post(appeal + "/decide", "outcome", "show", "note", "It names nobody")
                        .status())
                .isEqualTo(303);
        Page late = moderator.post(appeal + "/decide", "outcome", "keep", "note", "Changed my mind");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Changed my mind</textarea>");
        assertThat(browsing.as(amina).get(threadOf(post)).body()).contains("the weather hobby");
        await().untilAsserted(() -> assertThat(author.get(TOLD).body())
                .contains(Words.partOf("moderation.appealDecided.notice.say").strip()));
        assertThat(author.get(asked.location()).body())
                .contains(Words.of("moderation.appealed.shown"), "It names nobody");
    }

    @Test
    void aReportThatWaitsIsSaidAgainUntilItIsAnswered() {
        String post = post(joe, aHiddenGroup("Serin"), "Left lying");
        report(amina, post, "unkind", "");
        Session late = browsing.as(people.with("Madge", Role.MODERATOR));
        clock.forward(Duration.ofHours(25));
        await().untilAsserted(() -> assertThat(late.get(TOLD).body())
                .contains(Words.partOf("moderation.late.notice.say").strip()));
    }

    private void hide(Session by, String post, String reason) {
        String thread = threadOf(post).replaceAll("(/threads/[0-9a-z]{12}).*", "$1");
        Page hidden = by.post(thread + "/posts/" + post + "/hide", "reason", reason);
        assertThat(hidden.status()).as(hidden.body()).isEqualTo(303);
    }
}
