package hub.forum.threads;

import static hub.forum.threads.Conversations.postsOf;
import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.Words;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The confidentiality guard, as somebody meets it who writes a reply. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CarefulWordsIT {
    private static final String TELLING = "Kayden is 7 and bites.";
    private static final Pattern SEEN = Pattern.compile("name=\"guardSeen\" value=\"([0-9a-f]+)\"");

    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    GroupMaker making;

    Account amina;
    Account ada;
    String path = "";

    @BeforeAll
    void aConversation() {
        amina = people.carer("Amina");
        ada = people.with("Ada", Role.ADMINISTRATOR);
        Group alder =
                making.aConstellation("Alder constellation").withMembers(amina).there();
        path = new Conversations(browsing).start(amina, alder, "Biting", "What helps?");
    }

    @Test
    void wordsThatTellWhoAChildIsAreShownBeforeTheyArePosted() {
        Page warned = reply(TELLING, "", "");
        assertThat(warned.status()).isEqualTo(422);
        assertThat(warned.body())
                .contains(
                        Words.of("guard.found"),
                        Words.of("guard.title"),
                        Words.of("guard.kind.name", "“Kayden”"),
                        Words.of("guard.kind.age", "“7”"),
                        "(name) is (primary age) and bites.",
                        ">" + TELLING + "</textarea>");
        assertThat(browsing.as(amina).get(path).body()).doesNotContain("Kayden");
    }

    @Test
    void withoutAReasonItIsAskedForAndWithOneItIsPostedAndKept() {
        String text = "Jayden is 9 and so is the dog.";
        String seen = seen(reply(text, "", ""));
        Page again = reply(text, seen, "");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains(Words.of("guard.why"));

        assertThat(reply(text, seen, "changed").status()).isEqualTo(303);
        assertThat(browsing.as(amina).get(path).body()).contains(text);
        assertThat(browsing.as(ada).get("/audit?act=guard.postedAnyway").body())
                .contains("Amina", "name, age", "changed")
                .doesNotContain("Jayden");
    }

    @Test
    void generalWordsAreReadOnceMoreBeforeTheyArePosted() {
        String seen = seen(reply("Brayden is 8 and hides food.", "", ""));
        Page general = reply("Brayden is 8 and hides food.", seen, "general");
        assertThat(general.status()).isEqualTo(422);
        assertThat(general.body())
                .contains(Words.of("guard.general"), ">(name) is (primary age) and hides food.</textarea>")
                .doesNotContain("Brayden");
        assertThat(reply("(name) is (primary age) and hides food.", "", "").status())
                .isEqualTo(303);
    }

    @Test
    void otherWordsAreLookedAtAgain() {
        String seen = seen(reply(TELLING, "", ""));
        assertThat(reply(TELLING + " So does Tia.", seen, "not-a-child").status())
                .isEqualTo(422);
    }

    private Page reply(String text, String seen, String why) {
        String key = browsing.as(amina).get(path).formKey();
        return browsing.as(amina).post(postsOf(path), "text", text, "formKey", key, "guardSeen", seen, "guardWhy", why);
    }

    private static String seen(Page page) {
        Matcher seen = SEEN.matcher(page.body());
        assertThat(seen.find()).isTrue();
        return seen.group(1);
    }
}
