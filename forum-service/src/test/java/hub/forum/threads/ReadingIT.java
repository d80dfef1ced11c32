package hub.forum.threads;

import static hub.forum.threads.Conversations.idOf;
import static hub.forum.threads.Conversations.postIn;
import static hub.forum.threads.Conversations.postsOf;
import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.platform.identity.Account;
import hub.testkit.Browsing;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.Words;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Finding one's way in a conversation: whom each post answers, what was deleted, and what somebody quotes. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingIT {
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
    Conversations talk;

    @BeforeAll
    void aConstellation() {
        amina = people.carer("Amina");
        joe = people.carer("Joe");
        outsider = people.carer("Otto");
        alder = making.aConstellation("Alder reading").withMembers(amina, joe).there();
        talk = new Conversations(browsing);
    }

    private String reply(Account by, String path, String text, String parent) {
        return postIn(browsing.as(by).post(postsOf(path), "text", text, "parent", parent));
    }

    @Test
    void eachHeadingSaysWhomThePostAnswersAndHowFarInItStands() {
        String path = talk.start(amina, alder, "Headings", "Hello");
        String first = reply(joe, path, "First", "");
        String second = reply(amina, path, "Second", first);
        reply(joe, path, "Third", second);
        assertThat(browsing.as(amina).get(path).body())
                .contains(Words.of("threads.post.answers", "Joe", 1), Words.of("threads.post.answers", "Amina", 2))
                .doesNotContain(Words.of("threads.post.level", 0));
    }

    @Test
    void aLinkToADeletedPostLeadsToWhereItStoodAndSaysSo() {
        String path = talk.start(amina, alder, "Deleted", "Hello");
        String gone = reply(joe, path, "To be deleted", "");
        reply(amina, path, "Right behind it", "");
        browsing.as(joe).post(postsOf(path) + "/" + gone + "/delete");
        String link = browsing.as(amina).get(postsOf(path) + "/" + gone).location();
        assertThat(browsing.as(amina).get(link.replaceAll("#.*", "")).body())
                .contains(Words.of("threads.goneHere"), "Right behind it")
                .doesNotContain("To be deleted");
        assertThat(browsing.as(amina).get(path).body()).doesNotContain(Words.of("threads.goneHere"));
        assertThat(browsing.as(outsider).get(postsOf(path) + "/" + gone).status())
                .isEqualTo(404);
    }

    @Test
    void aPageOfDeletedPostsIsPassedOver() {
        String path = talk.start(amina, alder, "Many deleted", "The opening");
        List<String> deleted = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String post = reply(joe, path, "Number " + i, "");
            if (i >= 19 && i < 50) {
                deleted.add(post);
            }
        }
        deleted.forEach(post -> browsing.as(joe).post(postsOf(path) + "/" + post + "/delete"));
        String first = browsing.as(amina).get(path).body();
        assertThat(first).contains("Number 18");
        String second = browsing.as(amina).get(pager(first, "next")).body();
        assertThat(second).contains("Number 50").doesNotContain("Number 18<");
        assertThat(browsing.as(amina).get(pager(second, "prev")).body()).contains("Number 18");
    }

    private static String pager(String page, String rel) {
        return page.replaceAll("(?s).*rel=\"" + rel + "\" href=\"([^\"]+)\".*", "$1");
    }

    @Test
    void whoQuotesFindsTheWordsAboveTheirOwn() {
        String path = talk.start(amina, alder, "Quotes", "Hello");
        String post = reply(joe, path, "One line\nand another", "");
        String form = browsing.as(amina)
                .get("/threads/" + idOf(path) + "/reply?to=" + post + "&cite=yes")
                .body();
        assertThat(form.replace("\r", "")).contains("&gt; One line\n&gt; and another\n\n</textarea>");
        browsing.as(amina).post(postsOf(path), "text", "Only this", "keep", "yes", "parent", post);
        assertThat(browsing.as(amina)
                        .get("/threads/" + idOf(path) + "/reply?to=" + post + "&cite=yes")
                        .body()
                        .replace("\r", ""))
                .contains("&gt; and another\n\nOnly this</textarea>");
        String other = talk.start(amina, alder, "Elsewhere", "Hello");
        assertThat(browsing.as(amina)
                        .get("/threads/" + idOf(other) + "/reply?to=" + post + "&cite=yes")
                        .body())
                .doesNotContain("One line");
    }
}
