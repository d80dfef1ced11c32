package hub.forum.threads;

import static hub.forum.threads.Conversations.postIn;
import static hub.forum.threads.Conversations.postsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.platform.identity.Account;
import hub.testkit.Browsing;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.Words;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is called by name is told, if they can read what calls them. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MentionsIT {
    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    GroupMaker making;

    Account amina;
    Account joe;
    Account outsider;
    Group alder;
    Group board;
    Conversations talk;

    @BeforeAll
    void aGroupAndABoard() {
        amina = people.carer("Amina Mentioner");
        joe = people.carer("Joe Mentioned");
        outsider = people.carer("Ottilie Outside");
        alder = making.aHiddenGroup("Alder mentions").withMembers(amina, joe).there();
        board = making.aBoard("Board of mentions").there();
        talk = new Conversations(browsing);
    }

    private String told(Account who) {
        return browsing.as(who).get("/notifications").body();
    }

    private static String said(String title) {
        return Words.of("threads.mention.notice.say", "Amina Mentioner", title);
    }

    @Test
    void aMemberIsToldByFullAndByFirstNameAndAnOutsiderIsNot() {
        talk.start(amina, alder, "Full name", "What do you say, @joe mentioned? And @Ottilie Outside?");
        talk.start(amina, alder, "First name", "@Joe: what do you say? @Ottilie may know.");
        await().untilAsserted(() -> assertThat(told(joe)).contains(said("Full name"), said("First name")));
        // What comes later was handled later.
        talk.start(amina, board, "On the board", "@Ottilie Outside, welcome");
        await().untilAsserted(() -> assertThat(told(outsider)).contains(said("On the board")));
        assertThat(told(outsider)).doesNotContain("Full name", "First name");
    }

    @Test
    void whoIsAnsweredHearsOfTheReplyAlone() {
        String path = talk.start(joe, alder, "Answered", "Hello");
        postIn(browsing.as(amina).post(postsOf(path), "text", "Yes, @Joe Mentioned"));
        await().untilAsserted(() ->
                assertThat(told(joe)).contains(Words.of("threads.reply.notice.say", "Amina Mentioner", "Answered")));
        talk.start(amina, alder, "Behind it", "@Joe Mentioned");
        await().untilAsserted(() -> assertThat(told(joe)).contains(said("Behind it")));
        assertThat(told(joe)).doesNotContain(said("Answered"));
    }

    @Test
    void aPostThatIsTakenBackTellsNobody() {
        String path = talk.start(amina, alder, "Taken back", "Hello");
        String post = postIn(browsing.as(amina).post(postsOf(path), "text", "@Joe Mentioned, come at six"));
        await().untilAsserted(() -> assertThat(told(joe)).contains(said("Taken back")));
        browsing.as(amina).post(postsOf(path) + "/" + post + "/delete");
        await().untilAsserted(() -> assertThat(told(joe)).doesNotContain(said("Taken back")));
    }

    @Test
    void whoIsCalledByALaterEditIsToldOnceAndWhoWasCalledBeforeNotAgain() {
        Account late = people.carer("Lateefah Late");
        Group birch =
                making.aHiddenGroup("Birch edits").withMembers(amina, joe, late).there();
        String path = talk.start(amina, birch, "Edited", "Hello @Joe Mentioned");
        await().untilAsserted(() -> assertThat(told(joe)).contains(said("Edited")));
        browsing.as(joe).get("/notifications");
        String post = postIn(browsing.as(amina).post(postsOf(path), "text", "And something else"));
        String edit = postsOf(path) + "/" + post + "/edit";
        browsing.as(amina)
                .post(edit, "text", "And something else, @Lateefah Late and @Ottilie Outside", "revision", "0");
        await().untilAsserted(() -> assertThat(told(late)).contains(said("Edited")));
        browsing.as(amina).post(edit, "text", "And more, @Lateefah Late and @Joe Mentioned", "revision", "1");
        await().untilAsserted(() -> assertThat(told(joe)).contains(Words.of("notifications.more", 1)));
        assertThat(told(late)).contains(said("Edited")).doesNotContain(Words.of("notifications.more", 1));
        assertThat(told(outsider)).doesNotContain("Edited");
    }
}
