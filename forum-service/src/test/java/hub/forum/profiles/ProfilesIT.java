package hub.forum.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.Words;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody says of themselves is seen by those to whom they show it, and nobody else can tell that they are here. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProfilesIT {
    private static final String OWN = "/profiles/own";

    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    GroupMaker making;

    @Autowired
    Accounts accounts;

    Account beside;
    Account stranger;
    Account administrator;
    Group board;

    @BeforeAll
    void somePeopleAndABoard() {
        beside = people.carer("Bettina Beside");
        stranger = people.carer("Stan Stranger");
        administrator = people.with("Ada", Role.ADMINISTRATOR);
        board = making.aBoard("Board of profiles").there();
    }

    /** About me for one audience, the year for another, the topics for a third. */
    private void describes(Account who, String aboutFor, String sinceFor, String topicsFor) {
        String revision = String.valueOf(java.util.regex.Pattern.compile("name=\"revision\" value=\"(\\d+)\"")
                .matcher(browsing.as(who).get(OWN).body())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow());
        Page written = write(who, "The **kettle** is on", "2014", revision, aboutFor, sinceFor, topicsFor);
        assertThat(written.status()).as(written.body()).isEqualTo(303);
    }

    private Page write(Account who, String about, String since, String revision, String... audiences) {
        return browsing.as(who)
                .post(
                        OWN,
                        "about",
                        about,
                        "aboutFor",
                        audiences[0],
                        "since",
                        since,
                        "sinceFor",
                        audiences[1],
                        "topics",
                        "teenagers",
                        "topics",
                        "rubbish",
                        "topicsFor",
                        audiences[2],
                        "revision",
                        revision);
    }

    private Page seenBy(Account viewer, Account who) {
        return browsing.as(viewer).get("/profiles/" + who.id());
    }

    @Test
    void eachPartIsSeenByThoseToWhomItIsShown() {
        Account owner = people.carer("Olive Owner");
        making.aHiddenGroup("Alder profiles").withMembers(owner, beside).there();
        making.aHiddenGroup("Birch profiles").withMembers(owner).there();
        describes(owner, "groups", "everybody", "nobody");
        Page inHerGroup = seenBy(beside, owner);
        assertThat(inHerGroup.status()).isEqualTo(200);
        assertThat(inHerGroup.body())
                .contains(
                        "Olive Owner",
                        "<strong>kettle</strong>",
                        Words.of("profiles.since.say", "2014"),
                        "Alder profiles")
                .doesNotContain(Words.of("profiles.topic.teenagers"), "Birch profiles", "rubbish");
        assertThat(seenBy(stranger, owner).body())
                .contains("Olive Owner", Words.of("profiles.since.say", "2014"))
                .doesNotContain("kettle", "Alder profiles", "Birch profiles", Words.of("profiles.topic.teenagers"));
        assertThat(seenBy(owner, owner).body())
                .contains("kettle", Words.of("profiles.topic.teenagers"), Words.of("profiles.change"));
    }

    @Test
    void whoShowsAStrangerNothingIsLikeSomebodyWhoNeverWas() {
        Account owner = people.carer("Hetty Hidden");
        Group alder =
                making.aHiddenGroup("Alder hides").withMembers(owner, beside).there();
        describes(owner, "groups", "nobody", "groups");
        assertThat(seenBy(beside, owner).status()).isEqualTo(200);
        for (Account other : new Account[] {stranger, administrator}) {
            Page hidden = seenBy(other, owner);
            assertThat(hidden.status()).isEqualTo(404);
            assertThat(hidden.body())
                    .isEqualTo(browsing.as(other)
                            .get("/profiles/" + "z".repeat(owner.id().length()))
                            .body()
                            .replace("z".repeat(owner.id().length()), owner.id()));
        }
        // Whoever leaves sees it no more, at once.
        browsing.as(beside).post("/groups/" + alder.id() + "/leave");
        assertThat(seenBy(beside, owner).status()).isEqualTo(404);
    }

    @Test
    void whoIsSuspendedHasNone() {
        Account owner = people.carer("Susan Suspended");
        describes(owner, "everybody", "everybody", "everybody");
        assertThat(seenBy(stranger, owner).status()).isEqualTo(200);
        Viewer ada = accounts.viewer(administrator.id()).block(Duration.ofSeconds(10));
        accounts.suspend(owner.id(), ada).block(Duration.ofSeconds(10));
        assertThat(seenBy(stranger, owner).status()).isEqualTo(404);
    }

    @Test
    void namesOnPostsLeadToWhatTheReaderMaySee() {
        Account owner = people.carer("Lena Linked");
        Account silent = people.carer("Simon Silent");
        Account member = people.carer("Mina Member");
        making.aHiddenGroup("Alder links").withMembers(owner, member).there();
        describes(owner, "groups", "groups", "groups");
        Session writes = browsing.as(owner);
        String key = writes.get("/threads/new?group=" + board.id()).formKey();
        String path = writes.post("/threads", "group", board.id(), "title", "Linked", "text", "Well?", "formKey", key)
                .location();
        browsing.as(silent).post("/threads/" + path.split("/")[2] + "/posts", "text", "Yes", "formKey", "yes");
        String link = "href=\"/profiles/" + owner.id() + "\"";
        assertThat(browsing.as(member).get(path).body()).contains(link).doesNotContain("/profiles/" + silent.id());
        assertThat(browsing.as(stranger).get(path).body())
                .contains("Lena Linked")
                .doesNotContain("/profiles/" + owner.id());
        describes(owner, "groups", "everybody", "groups");
        assertThat(browsing.as(stranger).get(path).body()).contains(link);
    }

    @Test
    void whatIsWrongIsSaidAndNothingThatWasTypedIsLost() {
        Account owner = people.carer("Tilly Typing");
        Page year = write(owner, "My words", "the nineties", "0", "groups", "groups", "groups");
        assertThat(year.status()).isEqualTo(422);
        assertThat(year.body()).contains(Words.of("profiles.since.wrong"), "My words", "the nineties");
        assertThat(write(owner, "My words", "2999", "0", "groups", "groups", "groups")
                        .status())
                .isEqualTo(422);
        assertThat(write(owner, "My words", "2014", "0", "rubbish", "groups", "groups")
                        .body())
                .contains(Words.of("profiles.audience.missing"));
        assertThat(write(owner, "My words", "2014", "0", "groups", "groups", "groups")
                        .status())
                .isEqualTo(303);
        // The second tap is the first again; other words from an old page are a conflict.
        assertThat(write(owner, "My words", "2014", "0", "groups", "groups", "groups")
                        .status())
                .isEqualTo(303);
        Page late = write(owner, "Other words", "2014", "0", "groups", "groups", "groups");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Other words", Words.of("profiles.changedMeanwhile"));
        Page careful = write(owner, "Kayla, who is 9, loves it", "2014", "1", "groups", "groups", "groups");
        assertThat(careful.status()).isEqualTo(422);
        assertThat(careful.body()).contains("Kayla, who is 9, loves it");
    }
}
