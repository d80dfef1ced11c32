package hub.forum.bookmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.platform.identity.Account;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.TestClock;
import hub.testkit.Words;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What people keep for later, as long as they may read it. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BookmarksIT {
    private static final String LIST = "/conversations?show=bookmarked";

    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    GroupMaker making;

    @Autowired
    TestClock clock;

    Account joe;
    Account gwen;

    @BeforeAll
    void somePeople() {
        joe = people.carer("Joe");
        gwen = people.carer("Gwen");
    }

    private record Said(Group group, String thread, String post) {}

    private Said said(Account reader, String title, String text) {
        Group group = making.aHiddenGroup("Kept by " + reader.name())
                .withMembers(reader, joe)
                .facilitatedBy(gwen)
                .there();
        Page started = browsing.as(joe).post("/threads", "group", group.id(), "title", title, "text", "Hello");
        String thread = started.location().split("/")[2];
        Page replied = browsing.as(joe).post("/threads/" + thread + "/posts", "text", text);
        return new Said(group, thread, replied.location().replaceAll(".*#post-", ""));
    }

    private void keep(Account by, Said said, String remind) {
        Page kept = browsing.as(by).post("/bookmarks/" + said.thread(), "post", said.post(), "remind", remind);
        assertThat(kept.status()).as(kept.body()).isEqualTo(303);
    }

    @Test
    void aPostIsKeptOnceAndTakenOffAgain() {
        Account amina = people.carer("Amina keeps");
        Said said = said(amina, "Packed lunches", "Wraps, not bread");
        assertThat(browsing.as(amina).get(LIST).body()).contains(Words.of("conversations.bookmarked.none"));
        keep(amina, said, "never");
        keep(amina, said, "never");
        assertThat(browsing.as(amina).get(LIST).body())
                .containsOnlyOnce("Wraps, not bread")
                .contains("/threads/" + said.thread() + "/posts/" + said.post());
        assertThat(browsing.as(amina)
                        .get("/bookmarks/" + said.thread() + "?post=" + said.post())
                        .body())
                .contains(Words.of("bookmarks.kept"));
        assertThat(browsing.as(joe).get(LIST).body()).doesNotContain("Wraps, not bread");
        Page off = browsing.as(amina).post("/bookmarks/" + said.thread() + "/remove", "post", said.post());
        assertThat(off.location()).isEqualTo(LIST);
        assertThat(browsing.as(amina).get(LIST).body()).doesNotContain("Wraps, not bread");
    }

    @Test
    void aConversationIsKeptAsAWhole() {
        Account amina = people.carer("Amina whole");
        Said said = said(amina, "School runs", "Tuesdays");
        Page kept = browsing.as(amina).post("/bookmarks/" + said.thread());
        assertThat(kept.location()).startsWith("/threads/" + said.thread() + "/school-runs");
        assertThat(browsing.as(amina).get(LIST).body()).contains("School runs").doesNotContain("Tuesdays");
    }

    @Test
    void whatIsHiddenOrLeftLeavesNoTrace() {
        Account amina = people.carer("Amina traces");
        Said said = said(amina, "Contact times", "It names a school");
        keep(amina, said, "never");
        Page hidden = browsing.as(gwen)
                .post("/threads/" + said.thread() + "/posts/" + said.post() + "/hide", "reason", "It names a school");
        assertThat(hidden.status()).isEqualTo(303);
        assertThat(browsing.as(amina).get(LIST).body())
                .doesNotContain("It names a school", "Contact times")
                .contains(Words.of("conversations.bookmarked.none"));
        assertThat(browsing.as(amina)
                        .get("/bookmarks/" + said.thread() + "?post=" + said.post())
                        .status())
                .isEqualTo(404);
        browsing.as(amina).post("/bookmarks/" + said.thread());
        assertThat(browsing.as(amina).get(LIST).body()).contains("Contact times");
        browsing.as(amina).post("/groups/" + said.group().id() + "/leave");
        assertThat(browsing.as(amina).get(LIST).body())
                .doesNotContain("Contact times", said.group().name());
    }

    @Test
    void aReminderComesOnTheMorningThatWasChosen() {
        Account amina = people.carer("Amina reminded");
        Said said = said(amina, "Dentist forms", "Page two");
        keep(amina, said, "tomorrow");
        String sentence = Words.of("bookmarks.reminder.notice.say", "Dentist forms");
        assertThat(browsing.as(amina).get("/notifications").body()).doesNotContain(sentence);
        clock.forward(Duration.ofHours(34));
        await().untilAsserted(() ->
                assertThat(browsing.as(amina).get("/notifications").body()).contains(sentence));
        keep(amina, said, "tomorrow");
        clock.forward(Duration.ofHours(34));
        await().untilAsserted(() -> assertThat(
                        browsing.as(amina).get("/notifications").body())
                .contains(sentence, Words.of("notifications.more", 1)));
    }

    @Test
    void whoLeftIsRemindedOfNothing() {
        Account amina = people.carer("Amina unreminded");
        Said said = said(amina, "Passport forms", "Page three");
        Account stays = people.carer("Amina stays");
        Said other = said(stays, "Swimming kit", "Page four");
        keep(amina, said, "tomorrow");
        keep(stays, other, "tomorrow");
        browsing.as(amina).post("/groups/" + said.group().id() + "/leave");
        clock.forward(Duration.ofHours(34));
        await().untilAsserted(() ->
                assertThat(browsing.as(stays).get("/notifications").body()).contains("Swimming kit"));
        assertThat(browsing.as(amina).get("/notifications").body()).doesNotContain("Passport forms");
    }
}
