package hub.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.audit.AuditEntry;
import hub.forum.audit.AuditLog;
import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.platform.identity.Account;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.People;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** From a member's word to a decision. */
@HubIT
@Import(GroupMaker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModerationIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Pattern CASE = Pattern.compile("href=\"(/moderation/reports/[0-9a-z]{12})\"");

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    GroupMaker making;

    @Autowired
    AuditLog audit;

    @Autowired
    ReactiveMongoTemplate mongo;

    private Account amina;
    private Account joe;
    private Account gwen;
    private Account otto;
    private Session moderator;
    private Session secondModerator;
    private Account mo;

    @BeforeAll
    void peopleOfTheHub() {
        amina = people.carer("Amina");
        joe = people.carer("Joe");
        gwen = people.carer("Gwen");
        otto = people.carer("Otto");
        mo = people.with("Mo", Role.MODERATOR);
        moderator = browsing.as(mo);
        secondModerator = browsing.as(people.with("Maud", Role.MODERATOR));
    }

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
        assertThat(form.body()).contains("Too much about a child", "It says too much about a child", "ring 999");
        Page sent = report(amina, post, "identifies-a-child", "Look at the second line");
        assertThat(sent.location()).isEqualTo("/moderation/reported?post=" + post);
        assertThat(browsing.as(amina).get(sent.location()).body()).contains("Thank you for telling us");
        assertThat(report(amina, post, "unkind", "And again: the third line").status())
                .isEqualTo(303);
        assertThat(cases(browsing.as(leads))).hasSize(1);
        report(ivy, post, "unkind", "");
        assertThat(cases(browsing.as(leads)))
                .as("another person's word is a report of its own")
                .hasSize(2);
    }

    @Test
    void aReportWithoutAReasonIsAskedForOneAndKeepsItsWords() {
        String post = post(joe, aHiddenGroup("Dunlin"), "Some words");
        Page none = browsing.as(amina).post("/moderation/report", "post", post, "words", "These words are kept");
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.body())
                .contains("Choose what is wrong with it", "These words are kept", "<title>Error: ", "href=\"#reason\"");
        Page tooLong = report(amina, post, "unkind", "x".repeat(1_001));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.body()).contains("1,001 characters");
    }

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
                .containsSubsequence("It is unkind", "It does not belong here");
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
                .contains("It does not belong here")
                .doesNotContain("It is unkind");
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
    void nothingOfThePostIsShownBeforeItIsTakenAndTakingItIsSeenByTheMembers() {
        Group group = aHiddenGroup("Whimbrel");
        String parent = post(amina, group, "Answered word quince");
        String post = reply(joe, group, parent, "Reported word medlar");
        report(amina, post, "private-about-someone", "Reporter word damson");
        String report = newest();

        String queue = moderator.get("/moderation").body();
        String before = moderator.get(report).body();
        for (String page : List.of(queue, before)) {
            assertThat(page)
                    .doesNotContain("quince", "medlar", "damson", "Whimbrel", "Joe", "Amina", "/threads/", group.id());
        }
        assertThat(before).contains("Look at it", "its members can see that you came in");
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
                .contains("Somebody else is looking")
                .doesNotContain("quince", "medlar", "damson");
    }

    @Test
    void ofTwoModeratorsWhoTakeAtOnceOneWins() throws InterruptedException {
        Group group = aHiddenGroup("Avocet");
        for (int round = 0; round < 10; round++) {
            report(amina, post(joe, group, "Round " + round), "unkind", "");
            String report = newest();
            List<String> ways = Collections.synchronizedList(new ArrayList<>());
            Thread one = Thread.ofVirtual()
                    .start(() -> ways.add(moderator.post(report + "/take").location()));
            Thread other = Thread.ofVirtual()
                    .start(() -> ways.add(secondModerator.post(report + "/take").location()));
            one.join();
            other.join();
            assertThat(ways).as("round " + round).containsExactlyInAnyOrder(report, "/moderation");
            boolean first = moderator.get(report).body().contains("What will you do?");
            assertThat(secondModerator.get(report).body().contains("What will you do?"))
                    .isNotEqualTo(first);
            Session loser = first ? secondModerator : moderator;
            Page late = loser.post(report + "/decide", "outcome", "hidden", "note", "I was too late");
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.body()).contains("Somebody else has taken this report");
        }
    }

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
                .contains("Hidden while a moderator looks at it")
                .doesNotContain("The words that go", "It names a school");
        assertThat(moderator.get(report).body()).contains("has been answered");
        assertThat(cases(moderator)).doesNotContain(report);
        assertThat(log())
                .anyMatch(entry -> entry.act().equals("moderation.decide")
                        && entry.details().getOrDefault("outcome", "").equals("hidden")
                        && entry.details().getOrDefault("reason", "").equals("It names a school"));
        Page again = decide(moderator, report, "left", "Changed my mind");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("has been answered already");
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
                .contains("Choose what you will do", "A note that is kept", "<title>Error: ", "href=\"#outcome\"");
        Page noNote = decide(moderator, report, "hidden", " x ");
        assertThat(noNote.status()).isEqualTo(422);
        assertThat(noNote.body()).contains("Write a reason, at least 3 characters");
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
        assertThat(unseen.body()).contains("Look at the report first").doesNotContain("Unseen words");
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
        mongo.updateMulti(
                        entries.comment(hub.testkit.QueryWatch.TEST),
                        new Update().set("until", Instant.now().minusSeconds(1)),
                        "moderator_entries")
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
        String post = post(joe, group, "For Gwen to see");
        report(amina, post, "unkind", "");
        Session facilitator = browsing.as(gwen);
        String report = cases(facilitator).getLast();
        facilitator.post(report + "/take");
        assertThat(facilitator.get(report).body()).contains("For Gwen to see");
        assertThat(decide(facilitator, report, "hidden", "We said no names").status())
                .isEqualTo(303);
        assertThat(browsing.as(amina).get(threadOf(post)).body()).doesNotContain("For Gwen to see");
        assertThat(browsing.as(amina).get("/groups/" + group.id() + "/about").body())
                .doesNotContain("To answer report");
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
        report(leads, post(joe, group, "Words of Joe"), "unkind", "");
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
    void aPostThatItsAuthorTookBackMeanwhileIsAnsweredAllTheSame() {
        String post = post(joe, aHiddenGroup("Greenshank"), "Soon gone");
        report(amina, post, "unkind", "");
        String report = taken();
        browsing.as(joe).post(threadOf(post).replaceAll("/[^/]*$", "") + "/posts/" + post + "/delete");
        assertThat(decide(moderator, report, "hidden", "It was unkind").status())
                .isEqualTo(303);
        assertThat(cases(moderator)).doesNotContain(report);
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

    private Group aHiddenGroup(String name) {
        return making.aHiddenGroup(name)
                .withMembers(amina, joe)
                .facilitatedBy(gwen)
                .there();
    }

    private String post(Account by, Group group, String text) {
        Page started = browsing.as(by).post("/threads", "group", group.id(), "title", "A conversation", "text", text);
        assertThat(started.status()).as(started.body()).isEqualTo(303);
        String body = browsing.as(by).get(started.location()).body();
        return body.replaceAll("(?s).*id=\"post-([0-9a-z]{12})\".*", "$1");
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

    /** The address of the conversation, as its author finds it. */
    private String threadOf(String post) {
        String thread = browsing.as(joe)
                .get("/moderation/reported?post=" + post)
                .body()
                .replaceAll("(?s).*href=\"(/threads/[0-9a-z]{12})/posts/.*", "$1");
        return browsing.as(joe).get(thread).location();
    }

    private Page report(Account by, String post, String reason, String words) {
        return browsing.as(by).post("/moderation/report", "post", post, "reason", reason, "words", words);
    }

    private Page decide(Session by, String report, String outcome, String note) {
        return by.post(report + "/decide", "outcome", outcome, "note", note);
    }

    private List<String> cases(Session session) {
        return CASE.matcher(session.get("/moderation").body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private String newest() {
        return cases(moderator).getLast();
    }

    /** The newest report, taken by the moderator. */
    private String taken() {
        String report = newest();
        assertThat(moderator.post(report + "/take").location()).isEqualTo(report);
        return report;
    }

    private String reference(String report) {
        return moderator.get(report).body().replaceAll("(?s).*(R-[0-9A-Z]{5}).*", "$1");
    }

    private List<AuditEntry> log() {
        Viewer officer = new Viewer("d", "D", "", Approval.APPROVED, Set.of(Role.DATA_PROTECTION_OFFICER));
        return Objects.requireNonNull(audit.before(Instant.now().plusSeconds(1), 500, officer)
                .collectList()
                .block(SOON));
    }
}
