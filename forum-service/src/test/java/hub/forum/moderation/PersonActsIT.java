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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** Notes, warnings, limits and suspensions: who may, what the person sees, and how it ends. */
class PersonActsIT extends ReportedPosts {
    private static final String TOLD = "/notifications";

    @Autowired
    ReactiveMongoTemplate mongo;

    @Autowired
    TestClock clock;

    private Page act(Session by, Account person, String kind, String reason, String... more) {
        String[] fields = new String[4 + more.length];
        List<String> first = List.of("kind", kind, "reason", reason);
        System.arraycopy(first.toArray(String[]::new), 0, fields, 0, first.size());
        System.arraycopy(more, 0, fields, first.size(), more.length);
        return by.post("/moderation/people/" + person.id(), fields);
    }

    private String done(Account person) {
        return Stored.idOf(mongo, "person_acts", "person", person.id());
    }

    @Test
    void aNoteIsReadByModeratorsAlone() {
        Account petra = people.carer("Petra");
        assertThat(act(moderator, petra, "note", "Rang me, was upset").location())
                .contains("done=note");
        String page = "/moderation/people/" + petra.id();
        assertThat(secondModerator.get(page).body()).contains("Rang me, was upset", "Mo");
        Session person = browsing.as(petra);
        assertThat(person.get("/moderation/mine").body()).doesNotContain("upset");
        assertThat(person.get("/moderation/acts/" + done(petra)).status()).isEqualTo(404);
        assertThat(person.get(page).status()).isEqualTo(404);
        assertThat(browsing.as(gwen).get(page).status()).isEqualTo(404);
        assertThat(act(browsing.as(gwen), petra, "note", "I lead a group").status())
                .isEqualTo(404);
        assertThat(person.get(TOLD).body())
                .doesNotContain(Words.partOf("moderation.acted.notice.say").strip());
    }

    @Test
    void aWarningIsReadBeforeTheNextPostAndNothingTypedIsLost() {
        Account piers = people.carer("Piers");
        Group group = making.aHiddenGroup("Pochard").withMembers(piers, amina).there();
        assertThat(act(moderator, piers, "warning", "Names a school", "rule", "2")
                        .status())
                .isEqualTo(303);
        Session person = browsing.as(piers);
        await().untilAsserted(() -> assertThat(person.get(TOLD).body())
                .contains(Words.partOf("moderation.acted.notice.say").strip()));
        String warning = "/moderation/acts/" + done(piers);
        Page sent = person.post(
                "/threads",
                "group",
                group.id(),
                "title",
                "Diving ducks",
                "text",
                "Words that I typed",
                "writer",
                piers.id());
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.location()).startsWith(warning);
        assertThat(person.get(sent.location()).body())
                .contains("Names a school", "/about/code#part-2", Words.of("moderation.act.kept"));
        Page read = person.post(warning + "/read", "back", "/sign-in/kept");
        assertThat(read.location()).isEqualTo("/sign-in/kept");
        assertThat(person.post("/threads", "group", group.id(), "title", "Diving ducks", "text", "Words that I typed")
                        .location())
                .startsWith("/threads/");
        assertThat(moderator.get("/moderation/people/" + piers.id()).body())
                .contains(Words.partOf("moderation.act.read").strip());
        assertThat(Stored.with(mongo, "audit_log", "subject", piers.id()))
                .extracting(entry -> entry.getString("act"))
                .containsExactlyInAnyOrder("moderation.person.warning", "moderation.person.acknowledge");
    }

    @Test
    void thePostsOfWhoeverIsLimitedWaitUntilItIsLifted() {
        Account pat = people.carer("Pat");
        Group group = making.aHiddenGroup("Pintail")
                .withMembers(pat, amina)
                .facilitatedBy(gwen)
                .there();
        act(moderator, pat, "limit", "Three reports this week");
        Page begun = browsing.as(pat).post("/threads", "group", group.id(), "title", "Long tails", "text", "Held back");
        assertThat(browsing.as(amina).get(begun.location()).status()).isEqualTo(404);
        assertThat(act(secondModerator, pat, "limit", "Once more").status())
                .as("it holds already")
                .isEqualTo(409);
        String lift = "/moderation/people/" + pat.id() + "/lift/" + done(pat);
        assertThat(secondModerator.post(lift, "reason", "").status()).isEqualTo(422);
        assertThat(secondModerator.post(lift, "reason", "A good week").status()).isEqualTo(303);
        assertThat(secondModerator.post(lift, "reason", "Twice").status()).isEqualTo(409);
        await().untilAsserted(() -> assertThat(browsing.as(pat).get(TOLD).body())
                .contains(Words.partOf("moderation.lifted.notice.say").strip()));
        assertThat(browsing.as(pat)
                        .post("/moderation/acts/" + done(pat) + "/appeal", "words", "Too late to ask")
                        .status())
                .as("it is over")
                .isEqualTo(409);
        Page free = browsing.as(pat).post("/threads", "group", group.id(), "title", "Free again", "text", "Hello");
        assertThat(browsing.as(amina).get(free.location()).status()).isEqualTo(200);
    }

    @Test
    void whoeverIsSuspendedReadsWhyAndNothingElseUntilItEndsByItself() {
        Account pia = people.carer("Pia");
        assertThat(act(moderator, pia, "suspension", "Threats", "until", "").status())
                .isEqualTo(422);
        assertThat(act(moderator, pia, "suspension", "Threats", "until", "in five minutes")
                        .status())
                .isEqualTo(422);
        assertThat(act(moderator, pia, "suspension", "Threats in a group", "until", "next Sunday")
                        .status())
                .isEqualTo(303);
        Session person = browsing.as(pia);
        Page shut = person.get("/groups");
        assertThat(shut.status()).isEqualTo(403);
        assertThat(shut.body()).contains("/moderation/mine");
        assertThat(person.get("/moderation/mine").body()).contains("/moderation/acts/" + done(pia));
        String why = "/moderation/acts/" + done(pia);
        assertThat(person.get(why).body()).contains("Threats in a group");
        assertThat(browsing.as(amina).get(why).status()).isEqualTo(404);
        assertThat(person.post(why + "/appeal", "words", "It was a joke").status())
                .isEqualTo(303);
        assertThat(person.get(why).body()).contains(Words.of("moderation.appeal.act.waits"));
        clock.forward(Duration.ofDays(15));
        await().untilAsserted(() -> assertThat(person.get("/groups").status()).isEqualTo(200));
        assertThat(person.get(why).body())
                .contains(Words.partOf("moderation.act.over.lifted").strip());
    }

    @Test
    void anotherModeratorDecidesAnAppealAndWhatIsUpheldIsLifted() {
        Account pru = people.carer("Pru");
        act(moderator, pru, "suspension", "Selling things", "until", "next Sunday");
        Session person = browsing.as(pru);
        String why = "/moderation/acts/" + done(pru);
        assertThat(person.post(why + "/appeal", "words", "It was a cot").status())
                .isEqualTo(303);
        assertThat(person.post(why + "/appeal", "words", "Other words").status())
                .isEqualTo(409);
        String appeal = "/moderation/appeals/"
                + Stored.with(mongo, "appeals", "act", done(pru)).getFirst().getString("_id");
        assertThat(moderator.get(appeal).status()).as("not by whoever acted").isEqualTo(404);
        assertThat(browsing.as(gwen).get(appeal).status()).isEqualTo(404);
        assertThat(secondModerator.get("/moderation").body()).contains(appeal, "Pru");
        assertThat(secondModerator.get(appeal).body()).contains("It was a cot", "Selling things");
        assertThat(secondModerator
                        .post(appeal + "/decide", "outcome", "show", "note", "Cots are fine")
                        .status())
                .isEqualTo(303);
        assertThat(person.get("/groups").status()).isEqualTo(200);
        assertThat(person.get(why).body()).contains("Cots are fine", Words.of("moderation.appealed.act.lifted"));
        await().untilAsserted(() -> assertThat(person.get(TOLD).body())
                .contains(Words.partOf("moderation.appealDecided.notice.say").strip()));
    }

    @Test
    void anAdministratorWhoLetsThePersonInEndsTheSuspension() {
        Account paz = people.carer("Paz");
        act(moderator, paz, "suspension", "Threats", "until", "next Sunday");
        Session administrator = browsing.as(people.with("Ada", Role.ADMINISTRATOR));
        administrator.post("/accounts/" + paz.id() + "/approve");
        assertThat(browsing.as(paz).get("/moderation/acts/" + done(paz)).body())
                .contains(Words.partOf("moderation.act.over.lifted").strip());
        assertThat(act(moderator, paz, "suspension", "Again", "until", "next Sunday")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void nobodyActsAboutThemselvesOrAboutAColleague() {
        assertThat(act(moderator, mo, "note", "About myself").status()).isEqualTo(404);
        assertThat(act(secondModerator, mo, "suspension", "A rival", "until", "next Sunday")
                        .status())
                .isEqualTo(404);
        assertThat(secondModerator.get("/moderation/people/" + mo.id()).body())
                .contains(Words.of("moderation.person.notYours"));
        assertThat(browsing.as(mo).get("/groups").status()).isEqualTo(200);
    }

    @Test
    void theSameFormSentTwiceActsOnce() {
        Account peg = people.carer("Peg");
        String page = "/moderation/people/" + peg.id();
        String key = moderator.get(page).formKey();
        for (int times = 0; times < 2; times++) {
            assertThat(act(moderator, peg, "note", "Once", "formKey", key).status())
                    .isEqualTo(303);
        }
        assertThat(Stored.with(mongo, "person_acts", "person", peg.id())).hasSize(1);
    }

    @Test
    void aSavedReplyIsPutIntoTheReasonAndNothingIsDoneYet() {
        Page added = moderator.post(
                "/moderation/replies", "title", "Names a school", "text", "Please leave out the school.");
        assertThat(added.status()).isEqualTo(303);
        assertThat(moderator
                        .post("/moderation/replies", "title", "Names a school", "text", "Another")
                        .status())
                .isEqualTo(422);
        assertThat(browsing.as(gwen).get("/moderation/replies").status()).isEqualTo(404);
        String reply = Stored.idOf(mongo, "saved_replies", "title", "Names a school");
        Account pim = people.carer("Pim");
        Page filled = act(moderator, pim, "warning", "Dear Pim.", "saved", reply, "fill", "yes");
        assertThat(filled.status()).isEqualTo(200);
        assertThat(filled.body()).contains("Dear Pim. Please leave out the school.");
        assertThat(Stored.with(mongo, "person_acts", "person", pim.id())).isEmpty();
        assertThat(moderator
                        .post("/moderation/replies/" + reply, "title", "Names a school", "text", "No schools, please.")
                        .status())
                .isEqualTo(303);
        assertThat(moderator.get("/moderation/replies").body()).contains("No schools, please.");
        moderator.post("/moderation/replies/" + reply + "/remove");
        assertThat(moderator.get("/moderation/replies").body()).doesNotContain("No schools, please.");
    }

    @Test
    void aReportLeadsToThePersonAndWhatWasDecidedBefore() {
        Group group = aHiddenGroup("Scaup");
        String post = post(joe, group, "A reported word");
        report(amina, post, "unkind", "");
        String report = taken();
        assertThat(moderator.get(report).body()).contains("/moderation/people/" + joe.id());
        decide(moderator, report, "left", "Said kindly");
        assertThat(moderator.get("/moderation/people/" + joe.id()).body())
                .contains(report, Words.of("moderation.was.left"));
    }
}
