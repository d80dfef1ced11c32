package hub.forum.groups;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Account;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.Words;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each page of each group, for each sort of person. The names that only members may see are planted: Petronella, and all of Zephyr. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoSeesWhatIT {
    private static final List<String> PAGES = List.of(
            "",
            "/about",
            "/people",
            "/agreement",
            "/ask",
            "/leave",
            "/nominate",
            "/manage",
            "/edit",
            "/enter",
            "/people/petronella-quince/remove",
            "/people/petronella-quince/role",
            "/requests/anything/decline",
            "/a-wrong-slug");

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    GroupMaker making;

    private Group board;
    private Group closed;
    private Group hidden;
    private Group ownOfTheSuspended;
    private Account member;
    private Account former;
    private Account never;
    private Account moderator;
    private Account administrator;
    private Account awaiting;
    private Account suspended;

    @BeforeAll
    void aHubWithAGroupOfEachPrivacy() {
        member = people.carer("Petronella Quince");
        former = people.carer("Former Member");
        never = people.with("Never There", Role.CARER, Role.SUPERVISING_SOCIAL_WORKER, Role.STAFF_EDITOR);
        moderator = people.with("Moderator", Role.MODERATOR);
        administrator = people.with("Administrator", Role.ADMINISTRATOR);
        awaiting = people.person("Awaiting", Approval.AWAITING);
        suspended = people.person("Suspended", Approval.SUSPENDED, Role.CARER, Role.ADMINISTRATOR, Role.MODERATOR);
        board = making.aBoard("Everyday caring").there();
        closed = making.aClosedGroup("Bluebell").withMembers(member, former).there();
        hidden = making.aHiddenGroup("Zephyr").withMembers(member, former).there();
        ownOfTheSuspended =
                making.aHiddenGroup("Foxglove").withMembers(suspended).there();
        for (Group group : List.of(closed, hidden)) {
            assertThat(browsing.as(former).get(group.path()).status()).isEqualTo(200);
            assertThat(browsing.as(former).post(at(group, "/leave")).location()).isEqualTo("/groups?done=left");
        }
    }

    @Test
    void everyApprovedPersonReadsABoard() {
        for (Account person : List.of(member, former, never, moderator, administrator)) {
            assertThat(browsing.as(person).get(board.path()).status()).isEqualTo(200);
            assertThat(browsing.as(person).get(board.path()).body()).contains(Words.of("groups.talk.start"));
            assertThat(browsing.as(person).get(at(board, "/about")).status()).isEqualTo(200);
        }
    }

    @Test
    void aMemberReadsAllOfTheirGroups() {
        Session session = browsing.as(member);
        for (Group group : List.of(closed, hidden)) {
            assertThat(session.get(group.path()).body())
                    .contains(group.name(), Words.of("groups.readers.closed", Words.of("groups.readers.carers", 1)));
            assertThat(session.get(at(group, "/people")).body()).contains("Petronella Quince");
            assertThat(session.get(at(group, "/about")).body()).contains("We keep what " + group.name() + " says");
        }
        assertThat(session.get("/groups").body()).contains("Bluebell", "Zephyr", "Everyday caring");
    }

    Stream<Account> outsiders() {
        return Stream.of(former, never);
    }

    @ParameterizedTest
    @MethodSource("outsiders")
    void anOutsiderSeesOfAClosedGroupWhatIsListedAndCanAsk(Account outsider) {
        Session session = browsing.as(outsider);
        Page door = session.get(closed.path());
        assertThat(door.status()).isEqualTo(200);
        assertThat(door.body())
                .contains("Bluebell", "What Bluebell is for", Words.of("groups.list.ask"))
                .doesNotContain(
                        "Petronella",
                        "We keep what",
                        Words.of("groups.readers.carers", 1),
                        Words.partOf("groups.readers.closed"),
                        Words.of("groups.talk.start"));
        assertThat(session.get("/groups").body()).contains("Bluebell").doesNotContain("Petronella", "We keep what");
        for (String page : PAGES) {
            if (!List.of("", "/ask", "/a-wrong-slug").contains(page)) {
                Page answer = session.get(at(closed, page));
                assertThat(answer.status()).as(page).isEqualTo(404);
                assertThat(answer.body()).as(page).doesNotContain("Bluebell", "Petronella");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("outsiders")
    void aHiddenGroupAnswersAnOutsiderLikeOneThatNeverWas(Account outsider) {
        Session session = browsing.as(outsider);
        for (String page : PAGES) {
            assertLikeUnknown(session, page);
            assertThat(session.post(at(hidden, page)).body())
                    .as("POST " + page)
                    .doesNotContain("Zephyr", "Petronella")
                    .isEqualTo(session.post("/groups/nosuchgroup0" + page).body());
        }
        assertThat(session.get(hidden.path()).status()).isEqualTo(404);
        assertThat(session.get("/groups").body()).doesNotContain("Zephyr", "zephyr", hidden.id());
    }

    @Test
    void aModeratorAtTheDoorSeesTheNameAndNothingElse() {
        Session session = browsing.as(moderator);
        for (String page : PAGES) {
            if (!page.equals("/enter")) {
                assertLikeUnknown(session, page);
            }
        }
        assertThat(session.get(at(hidden, "/enter")).body()).contains("Zephyr").doesNotContain("Petronella", "We keep");
        assertThat(session.get("/groups/nosuchgroup0/enter").status()).isEqualTo(404);
        assertThat(session.get("/groups").body()).doesNotContain("Zephyr");
    }

    @Test
    void anAdministratorManagesWithoutReading() {
        Session session = browsing.as(administrator);
        for (String page : List.of("", "/about", "/people", "/agreement", "/ask", "/leave", "/enter", "/zephyr")) {
            assertLikeUnknown(session, page);
        }
        assertThat(session.get("/groups").body()).doesNotContain("Zephyr");
        assertThat(session.get("/groups/register").body()).contains("Zephyr", "Bluebell", "Everyday caring");
        assertThat(session.get(at(hidden, "/manage")).body()).contains("Zephyr", "Petronella Quince");
        assertThat(session.get(at(hidden, "/edit")).status()).isEqualTo(200);
    }

    @Test
    void onlyAdministratorsKnowOfTheRegister() {
        for (Account person : List.of(member, never, moderator)) {
            Page answer = browsing.as(person).get("/groups/register");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).doesNotContain("Zephyr");
            assertThat(browsing.as(person).get("/groups/new").status()).isEqualTo(404);
        }
    }

    @Test
    void whoAwaitsApprovalOrIsSuspendedSeesNoGroupAtAll() {
        for (Account person : List.of(awaiting, suspended)) {
            Session session = browsing.as(person);
            String always = session.get("/groups").body();
            for (Group group : List.of(board, closed, hidden, ownOfTheSuspended)) {
                for (String page : PAGES) {
                    Page answer = session.get(at(group, page));
                    assertThat(answer.status()).as(page).isEqualTo(403);
                    assertThat(answer.body()).as(page).isEqualTo(always);
                }
            }
            assertThat(always).doesNotContain("Everyday caring", "Bluebell", "Zephyr", "Foxglove", "Petronella");
        }
    }

    @Test
    void whoIsSignedOutIsLedToTheSignInWhateverTheyAskFor() {
        for (Group group : List.of(board, closed, hidden)) {
            Page answer = browsing.signedOut().get(group.path());
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.location()).isEqualTo("/oauth2/authorization/hearth");
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void aWrongSlugLeadsToTheRightOneForThoseWhoMayKnow() {
        Page known = browsing.as(never).get(at(closed, "/a-wrong-slug"));
        assertThat(known.status()).isEqualTo(301);
        assertThat(known.location()).isEqualTo(closed.path());
        assertThat(browsing.as(member).get(at(hidden, "")).location()).isEqualTo(hidden.path());
        assertThat(browsing.as(never).get(at(hidden, "/a-wrong-slug")).location())
                .isEqualTo("null");
    }

    private void assertLikeUnknown(Session session, String page) {
        Page answer = session.get(at(hidden, page));
        Page unknown = session.get("/groups/nosuchgroup0" + page);
        assertThat(answer.status()).as(page).isEqualTo(404).isEqualTo(unknown.status());
        assertThat(answer.body()).as(page).isEqualTo(unknown.body());
        assertThat(answer.headers().keySet())
                .as(page)
                .isEqualTo(unknown.headers().keySet());
    }

    private static String at(Group group, String page) {
        return "/groups/" + group.id() + page;
    }
}
