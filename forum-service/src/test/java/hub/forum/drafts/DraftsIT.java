package hub.forum.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.TestClock;
import hub.testkit.Words;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What is begun and not posted: kept as it is, for its writer alone, until it is posted. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DraftsIT {
    private static final String LIST = "/conversations?show=drafts";

    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    GroupMaker making;

    @Autowired
    TestClock clock;

    Account joe;
    Account moderator;

    @BeforeAll
    void somePeople() {
        joe = people.carer("Joe");
        moderator = people.with("Mo", Role.MODERATOR);
    }

    private Group groupOf(Account... members) {
        return making.aHiddenGroup("Drafts of " + members[0].name())
                .withMembers(members)
                .facilitatedBy(people.carer("Gwen of " + members[0].name()))
                .there();
    }

    private String start(Account by, Group group, String title) {
        Page started = browsing.as(by).post("/threads", "group", group.id(), "title", title, "text", "Hello");
        assertThat(started.status()).as(started.body()).isEqualTo(303);
        return started.location();
    }

    private static String idOf(String path) {
        return path.split("/")[2];
    }

    private void keep(Session writes, String path, String text) {
        Page kept = writes.post("/threads/" + idOf(path) + "/posts", "text", text, "keep", "yes");
        assertThat(kept.status()).as(kept.body()).isEqualTo(303);
        assertThat(kept.location()).isEqualTo(LIST);
    }

    @Test
    void aReplyIsKeptListedAndComesBackWhereItIsWritten() {
        Account amina = people.carer("Amina drafts");
        String path = start(amina, groupOf(amina, joe), "Bedtimes");
        keep(browsing.as(amina), path, "I am too tired to fin");
        Session again = browsing.as(amina);
        assertThat(again.get(LIST).body())
                .contains("I am too tired to fin", "Bedtimes", "/threads/" + idOf(path) + "/reply?to=");
        assertThat(again.get(path).body()).contains("I am too tired to fin</textarea>");
        assertThat(again.get("/threads/" + idOf(path) + "/reply").body()).contains("I am too tired to fin</textarea>");
        assertThat(browsing.as(joe).get(path).body()).doesNotContain("too tired");
        assertThat(browsing.as(joe).get(LIST).body()).doesNotContain("too tired");
    }

    @Test
    void aConversationIsKeptWithItsTitleThoughItCouldNotBePosted() {
        Account amina = people.carer("Amina begins");
        Group group = groupOf(amina);
        Page kept = browsing.as(amina)
                .post("/threads", "group", group.id(), "title", "Ab", "text", "Half a thought", "keep", "yes");
        assertThat(kept.status()).as(kept.body()).isEqualTo(303);
        assertThat(browsing.as(amina).get("/threads/new?group=" + group.id()).body())
                .contains("value=\"Ab\"", "Half a thought</textarea>");
    }

    @Test
    void whatIsPostedIsADraftNoMoreAndWhatIsRefusedStillIs() {
        Account amina = people.carer("Amina posts");
        Group group = groupOf(amina);
        String path = start(amina, group, "Lunches");
        Session writes = browsing.as(amina);
        keep(writes, path, "Sandwiches again");
        Page refused = writes.post("/threads/" + idOf(path) + "/posts", "text", "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(writes.get(LIST).body()).contains("Sandwiches again");
        assertThat(writes.post("/threads/" + idOf(path) + "/posts", "text", "Sandwiches again, and soup")
                        .status())
                .isEqualTo(303);
        assertThat(writes.get(LIST).body())
                .doesNotContain("Sandwiches")
                .contains(Words.of("conversations.drafts.none"));
    }

    @Test
    void whatIsPostedFromAnotherTabLeavesADraftOfOtherWords() {
        Account amina = people.carer("Amina twice");
        String path = start(amina, groupOf(amina), "Two tabs");
        Session writes = browsing.as(amina);
        String posts = "/threads/" + idOf(path) + "/posts";
        writes.post(posts, "text", "A long thought about shoes", "formKey", "formkeyaaaaa", "keep", "yes");
        assertThat(writes.post(posts, "text", "Thanks", "formKey", "formkeybbbbb")
                        .status())
                .isEqualTo(303);
        assertThat(writes.get(LIST).body()).contains("A long thought about shoes");
        assertThat(writes.post(posts, "text", "A short thought", "formKey", "formkeyaaaaa")
                        .status())
                .isEqualTo(303);
        assertThat(writes.get(LIST).body()).doesNotContain("A long thought about shoes");
    }

    @Test
    void whatWasBegunInAnswerToAPostThatIsGoneCanStillBePosted() {
        Account amina = people.carer("Amina answers");
        Group group = groupOf(amina, joe);
        String path = start(amina, group, "Answers");
        Session writes = browsing.as(amina);
        String posts = "/threads/" + idOf(path) + "/posts";
        String answered =
                browsing.as(joe).post(posts, "text", "Gone soon").location().replaceAll(".*#post-", "");
        writes.post(posts, "text", "A long answer", "parent", answered, "keep", "yes");
        browsing.as(joe).post(posts + "/" + answered + "/delete");
        String form =
                writes.get("/threads/" + idOf(path) + "/reply?to=" + answered).body();
        assertThat(form).contains("A long answer</textarea>").doesNotContain("value=\"" + answered + "\"");
        assertThat(writes.post(posts, "text", "x", "parent", "no such thing", "keep", "yes")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatIsLongIsThereAsAWholeThoughTheConversationIsLocked() {
        Account amina = people.carer("Amina locked");
        String path = start(amina, groupOf(amina), "Locks");
        keep(browsing.as(amina), path, "Line one of many.\n\n" + "More of it. ".repeat(30) + "The very end.");
        assertThat(browsing.as(amina).get(LIST).body()).contains("The very end.");
    }

    @Test
    void itsWriterThrowsItAwayAndNobodyElseCan() {
        Account amina = people.carer("Amina throws");
        Group group = groupOf(amina, joe);
        String path = start(amina, group, "Socks");
        keep(browsing.as(amina), path, "Where do they go");
        String[] which = {"group", group.id(), "thread", idOf(path), "parent", ""};
        browsing.as(joe).post("/conversations/drafts/drop", which);
        browsing.as(moderator).post("/conversations/drafts/drop", which);
        assertThat(browsing.as(amina).get(LIST).body()).contains("Where do they go");
        browsing.as(amina).post("/conversations/drafts/drop", which);
        assertThat(browsing.as(amina).get(LIST).body()).doesNotContain("Where do they go");
    }

    @Test
    void whoLeftTheGroupFindsNothingOfIt() {
        Account amina = people.carer("Amina leaves");
        Group group = groupOf(amina, joe);
        String path = start(joe, group, "Hidden socks");
        keep(browsing.as(amina), path, "Secret words");
        browsing.as(amina).post("/groups/" + group.id() + "/leave");
        assertThat(browsing.as(amina).get(LIST).body()).doesNotContain("Secret words", "Hidden socks");
        assertThat(browsing.as(joe)
                        .post("/threads/" + idOf(path) + "/posts", "text", "x", "keep", "yes")
                        .status())
                .isEqualTo(303);
        assertThat(browsing.as(amina)
                        .post("/threads/" + idOf(path) + "/posts", "text", "x", "keep", "yes")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatNobodyTouchedForNinetyDaysIsErased() {
        Account amina = people.carer("Amina forgets");
        Account touched = people.carer("Amina remembers");
        Group group = groupOf(amina, touched);
        String path = start(amina, group, "Old socks");
        keep(browsing.as(amina), path, "Forgotten words");
        keep(browsing.as(touched), path, "First words");
        clock.forward(Duration.ofDays(60));
        keep(browsing.as(touched), path, "Later words");
        clock.forward(Duration.ofDays(31));
        await().untilAsserted(
                        () -> assertThat(browsing.as(amina).get(LIST).body()).doesNotContain("Forgotten words"));
        assertThat(browsing.as(touched).get(LIST).body()).contains("Later words");
    }
}
