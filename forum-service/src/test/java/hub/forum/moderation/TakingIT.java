package hub.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.groups.Group;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who sees which reports, in which order; nothing of the post is shown before one of them takes it, and the group's members see that. */
class TakingIT extends ReportedPosts {
    @Test
    void theQueueIsOldestFirst() {
        Account leads = people.carer("Leads Knot");
        Group group = making.aHiddenGroup("Knot")
                .withMembers(amina, joe)
                .facilitatedBy(leads)
                .there();
        String first = post(joe, group, "One");
        String second = post(joe, group, "Two");
        report(amina, second, "unkind", "");
        report(amina, first, "not-for-here", "");
        List<String> theirs = cases(browsing.as(leads));
        assertThat(theirs).hasSize(2);
        assertThat(browsing.as(leads).get("/moderation").body())
                .containsSubsequence(Words.of("moderation.reason.unkind"), Words.of("moderation.reason.not-for-here"));
        assertThat(cases(moderator)).containsSubsequence(theirs);
    }

    @Test
    void aFacilitatorSeesReportsOfTheirOwnGroupAndNobodyElseSeesAny() {
        Group own = aHiddenGroup("Curlew");
        Account else1 = people.carer("Other Facilitator");
        Group other = making.aHiddenGroup("Godwit")
                .withMembers(amina, joe)
                .facilitatedBy(else1)
                .there();
        report(amina, post(joe, own, "In Curlew"), "unkind", "");
        report(amina, post(joe, other, "In Godwit"), "not-for-here", "");
        Session facilitator = browsing.as(else1);
        List<String> theirs = cases(facilitator);
        assertThat(theirs).hasSize(1);
        assertThat(facilitator.get("/moderation").body())
                .contains(Words.of("moderation.reason.not-for-here"))
                .doesNotContain(Words.of("moderation.reason.unkind"));
        String elsewhere = cases(browsing.as(gwen)).getLast();
        assertThat(facilitator.get(elsewhere).status()).isEqualTo(404);
        assertThat(facilitator.post(elsewhere + "/take").status()).isEqualTo(404);
        assertThat(facilitator
                        .post(elsewhere + "/decide", "outcome", "hidden", "note", "Not mine to say")
                        .status())
                .isEqualTo(404);
        for (Account person : List.of(
                amina, joe, otto, people.with("Ada", Role.ADMINISTRATOR), people.with("Sue", Role.STAFF_EDITOR))) {
            Session session = browsing.as(person);
            String notFound = session.get("/no-such-place").body();
            for (Page answer : List.of(
                    session.get("/moderation"),
                    session.get(elsewhere),
                    session.post(elsewhere + "/take"),
                    session.post(elsewhere + "/decide", "outcome", "", "note", ""))) {
                assertThat(answer.status()).as(person.name()).isEqualTo(404);
                assertThat(answer.body()).as(person.name()).isEqualTo(notFound);
            }
            String[] decision = {"outcome", "left", "note", "Nothing to see"};
            assertThat(session.post(elsewhere + "/decide", decision).body())
                    .as("the words come back, and nothing else")
                    .isEqualTo(session.post("/no-such-place", decision).body());
        }
    }

    @Test
    void nobodyJudgesAReportOfTheirOwnOrAboutThemselves() {
        Account leads = people.carer("Leads Stint");
        Group group = making.aHiddenGroup("Stint")
                .withMembers(amina, joe)
                .facilitatedBy(leads)
                .there();
        report(amina, post(leads, group, "The facilitator's words"), "unkind", "");
        String aboutThem = newest();
        report(leads, post(joe, group, "Words of another"), "unkind", "");
        String theirOwn = newest();
        Session facilitator = browsing.as(leads);
        assertThat(cases(facilitator)).isEmpty();
        for (String report : List.of(aboutThem, theirOwn)) {
            assertThat(facilitator.get(report).status()).isEqualTo(404);
            assertThat(facilitator.post(report + "/take").status()).isEqualTo(404);
            assertThat(decide(facilitator, report, "left", "Nothing to see").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void nothingOfThePostIsShownBeforeItIsTakenAndTakingItIsSeenByTheMembers() {
        Group group = aHiddenGroup("Whimbrel");
        String parent = post(amina, group, "Answered word quince");
        String post = reply(joe, group, parent, "Reported word medlar");
        report(amina, post, "private-about-someone", "Reporter word damson");
        String report = newest();

        Session nowhereYet = browsing.as(people.with("Minna", Role.MODERATOR));
        String queue = nowhereYet.get("/moderation").body();
        String before = moderator.get(report).body();
        for (String page : List.of(queue, before)) {
            assertThat(page)
                    .doesNotContain("quince", "medlar", "damson", "Whimbrel", "Joe", "Amina", "/threads/", group.id());
        }
        assertThat(before).contains(Words.of("moderation.case.take"), Words.of("moderation.case.take.about"));
        assertThat(moderator.get(group.path()).status()).isEqualTo(404);
        assertThat(browsing.as(amina).get("/groups/" + group.id() + "/about").body())
                .doesNotContain("To answer report");

        assertThat(moderator.post(report + "/take").location()).isEqualTo(report);
        assertThat(moderator.get(report).body())
                .contains("Answered word quince", "Reported word medlar", "Reporter word damson", "Joe");
        assertThat(moderator.get(group.path()).status()).isEqualTo(200);
        assertThat(browsing.as(amina).get("/groups/" + group.id() + "/about").body())
                .contains("Mo", "To answer report " + reference(report));
        assertThat(log())
                .anyMatch(entry -> entry.act().equals("groups.enter")
                        && group.id().equals(entry.group())
                        && entry.actor().equals(mo.id())
                        && entry.details().getOrDefault("reason", "").contains(reference(report)))
                .anyMatch(entry -> entry.act().equals("moderation.take")
                        && entry.actor().equals(mo.id())
                        && group.id().equals(entry.group()));
        assertThat(secondModerator.get(report).body())
                .contains(Words.of("moderation.case.taken"))
                .doesNotContain("quince", "medlar", "damson");
    }

    @Test
    void ofTwoModeratorsWhoTakeAtOnceOneWins() throws InterruptedException {
        Group group = aHiddenGroup("Avocet");
        for (int round = 0; round < 10; round++) {
            report(amina, post(joe, group, "Round " + round), "unkind", "");
            String report = newest();
            List<Integer> ways = Collections.synchronizedList(new ArrayList<>());
            Thread one = Thread.ofVirtual()
                    .start(() -> ways.add(moderator.post(report + "/take").status()));
            Thread other = Thread.ofVirtual()
                    .start(() -> ways.add(secondModerator.post(report + "/take").status()));
            one.join();
            other.join();
            assertThat(ways).as("round " + round).containsExactlyInAnyOrder(303, 409);
            boolean first = moderator.get(report).body().contains(Words.of("moderation.case.what"));
            assertThat(secondModerator.get(report).body().contains(Words.of("moderation.case.what")))
                    .isNotEqualTo(first);
            Session loser = first ? secondModerator : moderator;
            Page late = loser.post(report + "/decide", "outcome", "hidden", "note", "I was too late");
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.body()).contains(Words.of("moderation.takenByAnother"));
        }
    }

    private String reply(Account by, Group group, String to, String text) {
        String thread = browsing.as(by)
                .get("/moderation/report?post=" + to)
                .body()
                .replaceAll("(?s).*href=\"/threads/([0-9a-z]{12})/posts/.*", "$1");
        Page replied = browsing.as(by).post("/threads/" + thread + "/posts", "text", text, "parent", to);
        assertThat(replied.status()).as(group.name()).isEqualTo(303);
        return replied.location().replaceAll(".*#post-", "");
    }

    private String reference(String report) {
        return moderator.get(report).body().replaceAll("(?s).*(R-[0-9A-Z]{5}).*", "$1");
    }
}
