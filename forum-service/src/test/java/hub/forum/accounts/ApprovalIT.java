package hub.forum.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.groups.Group;
import hub.platform.identity.Account;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is approved, suspended or ended is so at the very next request, in sessions that are open too. */
class ApprovalIT extends AtTheDesk {
    @Test
    void whoIsApprovedReadsAtTheNextRequest() {
        Account newcomer = people.person("New Comer", Approval.AWAITING, Role.CARER);
        Session open = browsing.as(newcomer);
        assertThat(open.get(board.path()).status()).isEqualTo(403);
        assertThat(desk.get("/accounts").body()).contains("New Comer");
        assertThat(desk.post("/accounts/" + newcomer.id() + "/approve").location())
                .isEqualTo("/accounts/" + newcomer.id() + "?done=approved");
        assertThat(open.get(board.path()).status()).isEqualTo(200);
        assertThat(desk.get("/accounts?state=approved").body()).contains("New Comer");
        assertThat(desk.get("/accounts").body()).doesNotContain("New Comer");
        assertThat(logged("accounts.approve", newcomer)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"suspend", "end"})
    void whoIsSuspendedOrEndedReadsNothingFromTheNextRequestOn(String act) {
        Account person = people.carer("Open Session " + act);
        Group own =
                making.aClosedGroup("Kestrel " + act).withMembers(person, carer).there();
        Session open = browsing.as(person);
        assertThat(open.get(own.path()).status()).isEqualTo(200);
        desk.post("/accounts/" + person.id() + "/" + act);
        String nothing = open.get("/groups").body();
        for (String path : List.of(own.path(), board.path(), hidden.path(), "/threads/000000000000", "/accounts")) {
            assertThat(open.get(path).status()).as(path).isEqualTo(403);
            assertThat(open.get(path).body()).as(path).isEqualTo(nothing);
        }
        assertThat(open.get("/").body()).doesNotContain("Kestrel");
        assertThat(open.get("/me").status())
                .as("their own page says why and lets them sign out")
                .isEqualTo(200);
        assertThat(logged("accounts." + act, person)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"suspend", "end"})
    void readersAreCountedWithoutThoseWhoCannotReadAndMembershipsStay(String act) {
        Account person = people.carer("Counted " + act);
        Group own =
                making.aClosedGroup("Lapwing " + act).withMembers(person, carer).there();
        Session other = browsing.as(carer);
        assertThat(other.get(own.path()).body()).contains("2 carers can read this");
        desk.post("/accounts/" + person.id() + "/" + act);
        assertThat(other.get(own.path()).body())
                .contains("1 carer can read this")
                .doesNotContain("2 carers");
        assertThat(other.get("/groups/" + own.id() + "/people").body())
                .as("the membership stays")
                .contains("Counted " + act);

        Account joins = people.carer("Joins after " + act);
        assertThat(desk.post("/groups/" + own.id() + "/nominate", "account", joins.id(), "role", "member")
                        .status())
                .isEqualTo(303);
        assertThat(other.get(own.path()).body())
                .as("a change of membership counts those alone who can read")
                .contains("2 carers can read this");

        desk.post("/accounts/" + person.id() + "/approve");
        assertThat(other.get(own.path()).body()).contains("3 carers can read this");
        assertThat(browsing.as(person).get(own.path()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = Approval.class,
            names = {"AWAITING", "SUSPENDED", "ENDED"})
    void whoIsNotApprovedGetsOneAndTheSamePageWhateverTheAddress(Approval approval) {
        Account person = people.person("Not " + approval, approval, Role.CARER, Role.MODERATOR, Role.ADMINISTRATOR);
        Session session = browsing.as(person);
        Page always = session.get("/groups");
        assertThat(always.status()).isEqualTo(403);
        for (String path : List.of(
                board.path(),
                hidden.path(),
                "/groups/nosuchgroup0/never",
                "/threads/000000000000/never",
                "/threads/new?group=" + hidden.id(),
                "/moderation",
                "/moderation/report?post=000000000000",
                "/accounts",
                "/accounts/" + carer.id(),
                "/audit",
                "/no-such-place")) {
            assertThat(session.get(path).status()).as(path).isEqualTo(403);
            assertThat(session.get(path).body()).as(path).isEqualTo(always.body());
            assertThat(session.post(path, "text", "x").body())
                    .as("POST " + path)
                    .isEqualTo(session.post("/no-such-place", "text", "x").body());
        }
        assertThat(session.get("/").body()).doesNotContain("Zephyr", "Everyday caring");
    }
}
