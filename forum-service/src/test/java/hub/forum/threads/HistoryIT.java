package hub.forum.threads;

import static hub.forum.threads.Conversations.postIn;
import static hub.forum.threads.Conversations.postsOf;
import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.testkit.Browsing;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.TestClock;
import hub.testkit.Words;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What a post said before: a slip leaves no mark, and the rest is seen by its author and those who moderate. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryIT {
    private static final String MARK = " · " + Words.of("threads.post.edited");

    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    GroupMaker making;

    @Autowired
    TestClock clock;

    Account amina;
    Account joe;
    Account gwen;
    Account moderator;
    Group alder;
    Conversations talk;

    @BeforeAll
    void aConstellation() {
        amina = people.carer("Amina");
        joe = people.carer("Joe");
        gwen = people.carer("Gwen");
        moderator = people.with("Mo", Role.MODERATOR);
        alder = making.aConstellation("Alder history")
                .withMembers(amina, joe)
                .facilitatedBy(gwen)
                .there();
        talk = new Conversations(browsing);
    }

    private void edit(String address, String text, int revision) {
        var saved = browsing.as(amina).post(address + "/edit", "text", text, "revision", Integer.toString(revision));
        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
    }

    @Test
    void aSlipAndTheSameWordsLeaveNoMark() {
        String path = talk.start(joe, alder, "Slips", "Hello");
        String post = postIn(browsing.as(amina).post(postsOf(path), "text", "Thaks"));
        String address = postsOf(path) + "/" + post;
        edit(address, "Thanks", 0);
        assertThat(browsing.as(joe).get(path).body()).contains("Thanks").doesNotContain(MARK);
        clock.forward(Duration.ofMinutes(6));
        edit(address, "Thanks", 1);
        assertThat(browsing.as(joe).get(path).body()).doesNotContain(MARK);
        assertThat(browsing.as(amina).get(address + "/history").body()).contains(Words.of("threads.history.none"));
    }

    @Test
    void eachChangeIsShownToItsAuthorAndThoseWhoModerateAlone() {
        String path = talk.start(joe, alder, "Changes", "Hello");
        String post = postIn(browsing.as(amina).post(postsOf(path), "text", "Bath at seven, bed at eight"));
        String address = postsOf(path) + "/" + post;
        clock.forward(Duration.ofMinutes(6));
        edit(address, "Bath at six, bed at eight", 0);
        edit(address, "Bath at six, bed at nine", 1);
        assertThat(browsing.as(joe).get(path).body())
                .contains(MARK, "bed at nine")
                .doesNotContain("/history");
        for (Account reader : new Account[] {amina, gwen}) {
            assertThat(browsing.as(reader).get(path).body()).contains("/history");
            assertThat(browsing.as(reader).get(address + "/history").body())
                    .contains("seven, ", "six, ", "eight", "nine", "<del>", "<ins>");
        }
        assertThat(browsing.as(joe).get(address + "/history").status()).isEqualTo(404);
        assertThat(browsing.as(moderator).get(address + "/history").status())
                .as("who has not entered the group")
                .isEqualTo(404);
    }

    @Test
    void aDeletedPostHasNoHistory() {
        String path = talk.start(joe, alder, "Gone", "Hello");
        String post = postIn(browsing.as(amina).post(postsOf(path), "text", "First"));
        String address = postsOf(path) + "/" + post;
        clock.forward(Duration.ofMinutes(6));
        edit(address, "Second", 0);
        browsing.as(amina).post(address + "/delete");
        assertThat(browsing.as(gwen).get(address + "/history").status()).isEqualTo(404);
        assertThat(browsing.as(amina).get(address + "/history").status()).isEqualTo(404);
    }
}
