package hub.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.forum.groups.Group;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.Stored;
import hub.testkit.TestClock;
import hub.testkit.Words;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.test.context.TestPropertySource;

/** A new member's first two posts here are seen by their author and by those who approve them, and leave no trace for anybody else until then. */
@TestPropertySource(properties = "hearth.moderation.first-posts=2")
class FirstPostsIT extends ReportedPosts {
    private static final String TOLD = "/notifications";

    @Autowired
    ReactiveMongoTemplate mongo;

    @Autowired
    TestClock clock;

    @Autowired
    KnownWriterStore known;

    /** A conversation of somebody who has written here before. */
    private String conversation(Group group, String title) {
        known.add(joe.id()).block();
        return browsing.as(joe)
                .post("/threads", "group", group.id(), "title", title, "text", "What I began")
                .location();
    }

    private static String idOf(String path) {
        return path.split("[/?]")[2];
    }

    private Page reply(Account by, String path, String text) {
        return browsing.as(by).post("/threads/" + idOf(path) + "/posts", "text", text);
    }

    private static String postIn(Page answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        return answer.location().replaceAll(".*#post-", "");
    }

    private Page settle(Session by, String post, String outcome, String note) {
        return settle(by, post, outcome, note, seenBy(by, post));
    }

    private Page settle(Session by, String post, String outcome, String note, String revision) {
        return by.post(
                "/moderation/approvals/" + post + "/decide", "outcome", outcome, "note", note, "revision", revision);
    }

    /** What the form says of the words that are on its page; 0 where there is no form. */
    private static String seenBy(Session by, String post) {
        Matcher revision = Pattern.compile("name=\"revision\" value=\"(\\d+)\"")
                .matcher(by.get("/moderation/approvals/" + post).body());
        return revision.find() ? revision.group(1) : "0";
    }

    @Test
    void wordsThatChangedUnderTheDecisionAreReadFirst() {
        Account nia = people.carer("Ola Changes");
        Group group = aGroup("Dunlin", nia);
        String path = conversation(group, "Small birds");
        String post = postIn(reply(nia, path, "We had a good week"));
        Session gwens = browsing.as(gwen);
        String seen = seenBy(gwens, post);
        edit(nia, path, post, "We had a whimbrelish week");
        Page refused = settle(gwens, post, "sent-back", "Thank you, lovely", seen);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains(Words.of("threads.changedUnderDecision"), "whimbrelish", "Thank you, lovely");
        assertThat(settle(gwens, post, "approved", "").status()).isEqualTo(303);
    }

    @Test
    void anOldPostCarriesNoNewWordsPastThoseWhoReadFirst() {
        Account nia = people.carer("Ola Edits");
        Group group = aGroup("Knot", nia);
        String path = conversation(group, "Flocks");
        String post = postIn(reply(nia, path, "Plain words"));
        assertThat(settle(browsing.as(gwen), post, "approved", "").status()).isEqualTo(303);
        Page refused = edit(nia, path, post, "Sandpiperish words");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains(Words.of("threads.editWaits"), "Sandpiperish words");
        assertThat(browsing.as(joe).get(path).body()).contains("Plain words").doesNotContain("Sandpiperish");
    }

    private Page edit(Account by, String path, String post, String text) {
        Session own = browsing.as(by);
        String form = "/threads/" + idOf(path) + "/posts/" + post + "/edit";
        Matcher revision = Pattern.compile("name=\"revision\" value=\"(\\d+)\"")
                .matcher(own.get(form).body());
        assertThat(revision.find()).isTrue();
        return own.post(form, "text", text, "revision", revision.group(1));
    }

    private Group aGroup(String name, Account fresh) {
        return making.aHiddenGroup(name)
                .withMembers(amina, joe, fresh)
                .facilitatedBy(gwen)
                .there();
    }

    @Test
    void whereTwoTalkAsMentorAndMenteeNobodyReadsAlong() {
        Account nia = people.carer("Ola Mentored");
        Group two = making.aMentorship("Ola and Joe").withMembers(joe, nia).there();
        String path = conversation(two, "How we begin");
        postIn(reply(nia, path, "I have never slept so little"));
        assertThat(browsing.as(joe).get(path).body()).contains("I have never slept so little");
    }

    @Test
    void aFirstReplyIsThereForItsAuthorAndForNobodyElse() {
        Account nia = people.carer("Nia");
        Group group = aGroup("Avocet", nia);
        String path = conversation(group, "Wading birds");
        Session reader = browsing.as(amina);
        reader.get(path);
        String listed = reader.get(group.path()).body();
        Page sent = reply(nia, path, "Curlewish words for @Amina");
        String post = postIn(sent);
        assertThat(browsing.as(nia).get(sent.location()).body())
                .contains("Curlewish", Words.of("threads.unseen.waiting"), "id=\"post-" + post);
        assertThat(browsing.as(nia).get("/").body()).contains(Words.of("threads.unseen.card"));
        for (Session other : List.of(reader, browsing.as(joe))) {
            assertThat(other.get(path).body()).doesNotContain("Curlewish", post);
            for (String way : List.of(
                    "/threads/" + idOf(path) + "/posts/" + post,
                    path + "?at=" + post,
                    "/threads/" + idOf(path) + "/posts/" + post + "/history",
                    "/threads/" + idOf(path) + "/posts/" + post + "/reactions",
                    "/threads/" + idOf(path) + "/posts/" + post + "/moderate",
                    "/moderation/report?post=" + post,
                    "/moderation/approvals/" + post,
                    "/concerns/new?post=" + post,
                    "/threads/" + idOf(path) + "/reply?to=" + post)) {
                assertThat(other.get(way).status()).as(way).isEqualTo(404);
            }
            assertThat(other.post("/threads/" + idOf(path) + "/posts/" + post + "/reactions", "give", "thanks")
                            .status())
                    .isEqualTo(404);
            assertThat(other.get("/conversations").body()).doesNotContain("Nia");
        }
        assertThat(listed).contains(Words.of("threads.replies", 0));
        assertThat(reader.get(group.path()).body())
                .as("nothing is counted, bumped or new")
                .contains(Words.of("threads.replies", 0))
                .doesNotContain("Nia");
        assertThat(reader.get("/conversations?show=unread").body()).doesNotContain("Wading birds");
        await().untilAsserted(() ->
                assertThat(browsing.as(gwen).get(TOLD).body()).contains(Words.of("moderation.postWaits.notice.say")));
        assertThat(browsing.as(joe).get(TOLD).body()).doesNotContain("Nia");
        assertThat(reader.get(TOLD).body()).doesNotContain("Nia");
        assertThat(reader.get("/search?q=Curlewish").body()).doesNotContain("Curlewish words");
    }

    @Test
    void whatIsApprovedAppearsOnceAtThatTime() {
        Account nell = people.carer("Nell");
        Group group = aGroup("Bittern", nell);
        String path = conversation(group, "Reeds and rushes");
        String post = postIn(reply(nell, path, "Boomingly for @Amina"));
        String later = postIn(reply(joe, path, "Said meanwhile"));
        browsing.as(amina).get(path);
        Session facilitator = browsing.as(gwen);
        assertThat(facilitator.get("/moderation").body()).contains("/moderation/approvals/" + post, "Nell");
        assertThat(facilitator.get("/moderation/approvals/" + post).body()).contains("Boomingly", "Reeds and rushes");
        assertThat(browsing.as(amina).get("/moderation").status()).isEqualTo(404);
        assertThat(settle(facilitator, post, "approved", "").status()).isEqualTo(303);
        String body = browsing.as(amina).get(path).body();
        assertThat(body).contains("Boomingly");
        assertThat(body.indexOf("id=\"post-" + post))
                .as("as if said now")
                .isGreaterThan(body.indexOf("id=\"post-" + later));
        await().untilAsserted(
                        () -> assertThat(browsing.as(amina).get(TOLD).body()).contains("Nell"));
        await().untilAsserted(
                        () -> assertThat(browsing.as(joe).get(TOLD).body()).contains("Nell"));
        await().untilAsserted(() ->
                assertThat(browsing.as(nell).get(TOLD).body()).contains(Words.of("moderation.approved.notice.say")));
        Page late = settle(browsing.as(mo), post, "sent-back", "Too late to say");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Too late to say");
        assertThat(Stored.with(mongo, "audit_log", "subject", post))
                .filteredOn(entry -> entry.getString("act").equals("threads.approve"))
                .hasSize(1);
    }

    @Test
    void aConversationThatWaitsIsSeenByItsAuthorAlone() {
        Account noor = people.carer("Noor");
        Group group = aGroup("Dunlin", noor);
        Page begun = browsing.as(noor)
                .post("/threads", "group", group.id(), "title", "Sanderlings", "text", "Running along the tide");
        String path = begun.location();
        assertThat(browsing.as(noor).get(path).body())
                .contains("Running along", Words.of("threads.unseen.waiting"))
                .doesNotContain("id=\"reply\"");
        assertThat(reply(noor, path, "More of me").status()).isEqualTo(409);
        for (Session other : List.of(browsing.as(amina), browsing.as(gwen), moderator)) {
            assertThat(other.get(path).status()).isEqualTo(404);
            assertThat(other.get("/threads/" + idOf(path)).status()).isEqualTo(404);
        }
        assertThat(browsing.as(amina).get(group.path()).body()).doesNotContain("Sanderlings");
        assertThat(reply(amina, path, "An answer").status()).isEqualTo(404);
        String post = Stored.idOf(mongo, "posts", "thread", idOf(path));
        assertThat(settle(browsing.as(gwen), post, "approved", "").status()).isEqualTo(303);
        assertThat(browsing.as(amina).get(path).body()).contains("Running along");
        assertThat(browsing.as(amina).get(group.path()).body()).contains("Sanderlings");
        assertThat(reply(amina, path, "An answer").status()).isEqualTo(303);
    }

    @Test
    void whatIsSentBackIsChangedAndSentAgain() {
        Account nina = people.carer("Nina");
        Group group = aGroup("Eider", nina);
        String path = conversation(group, "Ducks");
        Page sent = reply(nina, path, "It was all the neighbour");
        String post = postIn(sent);
        Session facilitator = browsing.as(gwen);
        assertThat(settle(facilitator, post, "sent-back", "").status()).isEqualTo(422);
        assertThat(settle(facilitator, post, "sent-back", "Without the people next door, please")
                        .status())
                .isEqualTo(303);
        assertThat(facilitator.get("/moderation").body()).doesNotContain(post);
        Session author = browsing.as(nina);
        await().untilAsserted(() ->
                assertThat(author.get(TOLD).body()).contains(Words.of("moderation.notApproved.notice.say")));
        assertThat(author.get(sent.location()).body())
                .contains("Without the people next door, please", "all the neighbour");
        String edit = "/threads/" + idOf(path) + "/posts/" + post + "/edit";
        String revision = author.get(edit).body().replaceAll("(?s).*name=\"revision\" value=\"([0-9]+)\".*", "$1");
        assertThat(author.post(edit, "text", "She likes her new class", "revision", revision)
                        .status())
                .isEqualTo(303);
        assertThat(facilitator.get("/moderation").body()).contains(post);
        assertThat(facilitator.get("/moderation/approvals/" + post).body())
                .contains("She likes her new class")
                .doesNotContain("all the neighbour");
        assertThat(browsing.as(amina).get(path).body()).doesNotContain("new class");
        settle(facilitator, post, "approved", "");
        assertThat(browsing.as(amina).get(path).body()).contains("new class").doesNotContain("all the neighbour");
    }

    @Test
    void whatIsRefusedIsAppealedAndSomebodyElseDecides() {
        Account nora = people.carer("Nora");
        Group group = aGroup("Fulmar", nora);
        String path = conversation(group, "Cliffs");
        String post = postIn(reply(nora, path, "Gliding stiffly"));
        assertThat(settle(browsing.as(gwen), post, "refused", "It is about somebody (rule 2)")
                        .status())
                .isEqualTo(303);
        Session author = browsing.as(nora);
        assertThat(author.get("/moderation/hidden/" + post).body())
                .contains("Gliding stiffly", "/about/code#part-2", Words.of("moderation.hidden.refused"));
        assertThat(browsing.as(amina).get("/moderation/hidden/" + post).status())
                .isEqualTo(404);
        Page asked = author.post("/moderation/hidden/" + post, "words", "It is about a bird");
        String appeal = asked.location().replace("/appealed/", "/appeals/");
        assertThat(browsing.as(gwen).get(appeal).status()).isEqualTo(404);
        moderator.post(appeal + "/look");
        assertThat(moderator.get(appeal).body()).contains("Gliding stiffly");
        assertThat(moderator
                        .post(appeal + "/decide", "outcome", "show", "note", "So it is")
                        .status())
                .isEqualTo(303);
        assertThat(browsing.as(amina).get(path).body()).contains("Gliding stiffly");
    }

    @Test
    void itsAuthorTakesItBackWithoutATrace() {
        Account nan = people.carer("Nan");
        Group group = aGroup("Garganey", nan);
        Page begun = browsing.as(nan).post("/threads", "group", group.id(), "title", "Teal", "text", "Never mind");
        String post = Stored.idOf(mongo, "posts", "thread", idOf(begun.location()));
        assertThat(browsing.as(nan)
                        .post("/threads/" + idOf(begun.location()) + "/posts/" + post + "/delete")
                        .status())
                .isEqualTo(303);
        assertThat(browsing.as(nan).get(begun.location()).status()).isEqualTo(404);
        assertThat(Stored.with(mongo, "posts", "_id", post)).isEmpty();
        assertThat(browsing.as(gwen).get("/moderation").body()).doesNotContain(post);
    }

    @Test
    void afterTwoThatWereApprovedNothingWaits() {
        Account nita = people.carer("Nita");
        Group group = aGroup("Goosander", nita);
        String path = conversation(group, "Saw bills");
        for (String words : List.of("First of mine", "Second of mine")) {
            String post = postIn(reply(nita, path, words));
            assertThat(browsing.as(amina).get(path).body()).doesNotContain(words);
            settle(browsing.as(gwen), post, "approved", "");
        }
        reply(nita, path, "Third of mine");
        assertThat(browsing.as(amina).get(path).body()).contains("First of mine", "Second of mine", "Third of mine");
    }

    @Test
    void staffAndWhoeverLeadsTheGroupNeedNoApproval() {
        Account worker = people.with("Wanda", Role.SUPERVISING_SOCIAL_WORKER);
        Group group = aGroup("Grebe", worker);
        String path = conversation(group, "Crests");
        reply(worker, path, "From the office");
        reply(gwen, path, "From who leads");
        assertThat(browsing.as(amina).get(path).body()).contains("From the office", "From who leads");
    }

    @Test
    void aModeratorComesInFirstAndAFacilitatorOfAnotherGroupSeesNothing() {
        Account nick = people.carer("Nick");
        Group group = aGroup("Knot", nick);
        String post = postIn(reply(nick, conversation(group, "Flocks"), "Turning together"));
        Account otherLead = people.carer("Olive");
        making.aHiddenGroup("Lapwing")
                .withMembers(amina)
                .facilitatedBy(otherLead)
                .there();
        assertThat(browsing.as(otherLead).get("/moderation").body()).doesNotContain(post);
        assertThat(browsing.as(otherLead).get("/moderation/approvals/" + post).status())
                .isEqualTo(404);
        String page = "/moderation/approvals/" + post;
        assertThat(moderator.get("/moderation").body()).contains(page).doesNotContain("Nick");
        assertThat(moderator.get(page).body()).doesNotContain("Turning", "Nick", "Knot");
        assertThat(moderator.post(page + "/look").status()).isEqualTo(303);
        assertThat(moderator.get(page).body()).contains("Turning together", "Nick");
        assertThat(settle(moderator, post, "approved", "").status()).isEqualTo(303);
    }

    @Test
    void ofTwoWhoDecideAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        Account nancy = people.carer("Nancy");
        Group group = aGroup("Merlin", nancy);
        String path = conversation(group, "Moors");
        String post = postIn(reply(nancy, path, "Low and fast"));
        for (Session each : List.of(moderator, secondModerator)) {
            each.post("/moderation/approvals/" + post + "/look");
        }
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Callable<Page>> at = List.of(
                    () -> settle(moderator, post, "approved", ""),
                    () -> settle(secondModerator, post, "refused", "Words of the second"));
            List<Future<Page>> done = both.invokeAll(at);
            List<Integer> answers =
                    List.of(done.get(0).get().status(), done.get(1).get().status());
            assertThat(answers).containsOnlyOnce(303);
            assertThat(answers).contains(409);
        }
        assertThat(Stored.with(mongo, "approvals", "post", post)).hasSize(1);
    }

    @Test
    void aPostThatWaitsIsSaidAgain() {
        Account nico = people.carer("Nico");
        Group group = aGroup("Osprey", nico);
        reply(nico, conversation(group, "Lochs"), "Talons first");
        Session facilitator = browsing.as(gwen);
        await().untilAsserted(() ->
                assertThat(facilitator.get(TOLD).body()).contains(Words.of("moderation.postWaits.notice.say")));
        clock.forward(Duration.ofHours(25));
        await().untilAsserted(() ->
                assertThat(facilitator.get(TOLD).body()).contains(Words.of("moderation.postLate.notice.say")));
    }

    @Test
    void whoeverHasLeftMeanwhileSaysNothing() {
        Account ned = people.carer("Ned");
        Group group = aGroup("Plover", ned);
        String path = conversation(group, "Shingle");
        String post = postIn(reply(ned, path, "Running and stopping"));
        browsing.as(ned).post("/groups/" + group.id() + "/leave");
        Page refused = settle(browsing.as(gwen), post, "approved", "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(browsing.as(amina).get(path).body()).doesNotContain("Running and stopping");
    }

    @Test
    void nothingIsLetIntoAConversationThatWasLockedMeanwhile() {
        Account nils = people.carer("Nils");
        Group group = aGroup("Ruff", nils);
        String path = conversation(group, "Collars");
        String post = postIn(reply(nils, path, "Dancing on the mud"));
        Session facilitator = browsing.as(gwen);
        facilitator.post("/threads/" + idOf(path) + "/lock", "reason", "Enough for now");
        Page refused = settle(facilitator, post, "approved", "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains(Words.of("threads.lockedMeanwhile"));
        assertThat(settle(facilitator, post, "sent-back", "It came too late").status())
                .isEqualTo(303);
    }
}
