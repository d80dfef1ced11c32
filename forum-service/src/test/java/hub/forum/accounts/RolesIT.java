package hub.forum.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Account;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.Words;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a role opens from the next request on, who gives it, and that an administrator is always left. */
class RolesIT extends AtTheDesk {
    @Test
    void rolesAddUpAndGoAtTheNextRequest() {
        Account person = people.carer("Many Hats");
        Session open = browsing.as(person);
        assertThat(open.get("/moderation").status()).isEqualTo(404);
        assertThat(open.get("/audit").status()).isEqualTo(404);
        change(person, "roles", "carer", "roles", "moderator", "roles", "data-protection-officer");
        assertThat(open.get("/moderation").status()).isEqualTo(200);
        assertThat(open.get("/audit").status()).isEqualTo(200);
        assertThat(stored(person).roles())
                .containsExactlyInAnyOrder(Role.CARER, Role.MODERATOR, Role.DATA_PROTECTION_OFFICER);
        change(person, "roles", "carer");
        assertThat(open.get("/moderation").status()).isEqualTo(404);
        assertThat(open.get("/audit").status()).isEqualTo(404);
        assertThat(logged("accounts.change", person)).hasSize(2);
    }

    @Test
    void forEverybodyButAdministratorsTheDeskDoesNotExist() {
        Account other = people.carer("Somebody Else");
        List<Account> curious = List.of(
                carer,
                people.with("Mo", Role.MODERATOR),
                people.with("Sue", Role.SUPERVISING_SOCIAL_WORKER),
                people.with("Eddy", Role.STAFF_EDITOR),
                people.with("Dora", Role.DATA_PROTECTION_OFFICER, Role.SAFEGUARDING_LEAD, Role.RECRUITMENT_OFFICER));
        for (Account person : curious) {
            Session session = browsing.as(person);
            String notFound = session.get("/no-such-place").body();
            for (String path :
                    List.of("/accounts", "/accounts?state=approved", "/accounts/" + other.id(), "/accounts/invite")) {
                assertThat(session.get(path).status()).as(path).isEqualTo(404);
                assertThat(session.get(path).body()).as(path).isEqualTo(notFound);
            }
            for (String path : List.of("", "/approve", "/suspend", "/end", "/link")) {
                Page answer =
                        session.post("/accounts/" + other.id() + path, "name", "Renamed", "roles", "administrator");
                assertThat(answer.status()).as(path).isEqualTo(404);
                assertThat(answer.body())
                        .as(path)
                        .isEqualTo(session.post("/no-such-place", "name", "Renamed", "roles", "administrator")
                                .body());
            }
            assertThat(session.post("/accounts/invite", "name", "A Friend", "email", "friend@example.org")
                            .status())
                    .isEqualTo(404);
            assertThat(session.post("/accounts/invite", "name", "").status())
                    .as("not even what is wrong with the form")
                    .isEqualTo(404);
            assertThat(session.post("/accounts/" + other.id(), "name", "").status())
                    .isEqualTo(404);
        }
        assertThat(stored(other)).isEqualTo(other);
        assertThat(browsing.signedOut().get("/accounts").location()).isEqualTo("/oauth2/authorization/hearth");
    }

    @Test
    void anAdministratorGivesThemselvesNoOtherRoles() {
        Account nadia = people.with("Nadia Roles", Role.ADMINISTRATOR);
        Session own = browsing.as(nadia);
        for (String more : List.of("moderator", "safeguarding-lead", "data-protection-officer")) {
            Page refused = own.post(
                    "/accounts/" + nadia.id(),
                    "name",
                    nadia.name(),
                    "household",
                    nadia.household(),
                    "roles",
                    "administrator",
                    "roles",
                    more);
            assertThat(refused.status()).as(more).isEqualTo(409);
            assertThat(refused.body()).contains(Words.of("accounts.ownRoles"));
        }
        assertThat(own.post(
                                "/accounts/" + nadia.id(),
                                "name",
                                "Nadia Renamed",
                                "household",
                                nadia.household(),
                                "roles",
                                "administrator")
                        .status())
                .as("the rest of their own account they can change")
                .isEqualTo(303);
        assertThat(change(nadia, "roles", "carer").status())
                .as("another administrator can")
                .isEqualTo(303);
        assertThat(stored(nadia).roles()).containsExactly(Role.CARER);
    }

    @Test
    void theLastActiveAdministratorStays() {
        people.person("Paused Admin", Approval.SUSPENDED, Role.ADMINISTRATOR);
        for (String act : List.of("suspend", "end")) {
            Page refused = desk.post("/accounts/" + administrator.id() + "/" + act);
            assertThat(refused.status()).as(act).isEqualTo(409);
            assertThat(refused.body()).contains(Words.of("accounts.lastAdministrator"));
        }
        Account before = stored(administrator);
        Page refused = change(administrator, "name", "Ada Renamed", "roles", "carer");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains(
                        Words.of("accounts.ownRoles"),
                        "value=\"Ada Renamed\"",
                        "<title>" + Words.partOf("parts.title.error"),
                        "href=\"#roles\"");
        assertThat(stored(administrator))
                .as("nothing of a change that was refused is kept")
                .isEqualTo(before);
        assertThat(desk.get("/accounts").status()).isEqualTo(200);
    }

    @Test
    void ofTwoAdministratorsWhoRemoveEachOtherAtOnceExactlyOneStays() throws InterruptedException {
        // The one of the other tests steps back, so that two are the only ones.
        Account first = people.with("First Admin", Role.ADMINISTRATOR);
        Account second = people.with("Second Admin", Role.ADMINISTRATOR);
        assertThat(browsing.as(first)
                        .post("/accounts/" + administrator.id() + "/suspend")
                        .status())
                .isEqualTo(303);
        List<String> acts = List.of("suspend", "end", "");
        for (int round = 0; round < 20; round++) {
            String act = acts.get(round % acts.size());
            List<Page> answers = java.util.Collections.synchronizedList(new ArrayList<>());
            Thread one = Thread.ofVirtual().start(() -> answers.add(removing(first, second, act)));
            Thread other = Thread.ofVirtual().start(() -> answers.add(removing(second, first, act)));
            one.join();
            other.join();
            assertThat(answers)
                    .extracting(Page::status)
                    .as("round " + round)
                    .contains(303)
                    .hasSize(2);
            boolean firstIsLeft = stored(first).isActiveAdministrator();
            assertThat(stored(second).isActiveAdministrator())
                    .as("round " + round)
                    .isNotEqualTo(firstIsLeft);
            Account left = firstIsLeft ? first : second;
            Account gone = firstIsLeft ? second : first;
            assertThat(answers)
                    .as("the other was told that they are the last, or is no administrator any more")
                    .extracting(Page::status)
                    .anyMatch(status -> status == 409 || status == 404 || status == 403);
            browsing.as(left).post("/accounts/" + gone.id() + "/approve");
            browsing.as(left).post("/accounts/" + gone.id(), "name", gone.name(), "roles", "administrator");
            assertThat(stored(gone).isActiveAdministrator()).isTrue();
        }
        browsing.as(first).post("/accounts/" + administrator.id() + "/approve");
        for (Account extra : List.of(first, second)) {
            desk.post("/accounts/" + extra.id() + "/end");
        }
    }

    private Page removing(Account by, Account whom, String act) {
        return act.isEmpty()
                ? browsing.as(by).post("/accounts/" + whom.id(), "name", whom.name(), "roles", "carer")
                : browsing.as(by).post("/accounts/" + whom.id() + "/" + act);
    }
}
