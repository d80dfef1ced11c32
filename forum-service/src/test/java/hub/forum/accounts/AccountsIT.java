package hub.forum.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.audit.AuditEntry;
import hub.forum.audit.AuditLog;
import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Approval;
import hub.platform.identity.Inviter;
import hub.platform.identity.Rejected;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.People;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Mono;

/** The administrator's desk: each act counts at the very next request of somebody who is signed in already. */
@HubIT
@Import(GroupMaker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    GroupMaker making;

    @Autowired
    AuditLog audit;

    private Account administrator;
    private Account carer;
    private Group board;
    private Group hidden;
    private Session desk;

    /** Stands for the embedded provider, which the launcher runs in a context of its own. */
    @TestConfiguration
    static class Provider {
        private final Set<String> emails = ConcurrentHashMap.newKeySet();

        @Bean
        Inviter inviter() {
            return new Inviter() {
                @Override
                public Mono<Invitation> invite(String name, String email) {
                    return emails.add(email)
                            ? Mono.just(new Invitation(
                                    "provider|" + email, URI.create("https://hub.example.org/link/first-" + email)))
                            : Mono.error(new Rejected("accounts.invited"));
                }

                @Override
                public Mono<Invitation> inviteAgain(String identity) {
                    return Mono.just(new Invitation(identity, URI.create("https://hub.example.org/link/once-more")));
                }
            };
        }
    }

    @BeforeAll
    void aHub() {
        administrator = people.with("Ada", Role.ADMINISTRATOR);
        carer = people.carer("Cara");
        board = making.aBoard("Everyday caring").there();
        hidden = making.aHiddenGroup("Zephyr").withMembers(carer).there();
        desk = browsing.as(administrator);
    }

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
        assertThat(other.get(own.path()).body()).contains("2 carers and,");
        desk.post("/accounts/" + person.id() + "/" + act);
        assertThat(other.get(own.path()).body()).contains("1 carer and,").doesNotContain("2 carers");
        assertThat(other.get("/groups/" + own.id() + "/people").body())
                .as("the membership stays")
                .contains("Counted " + act);

        Account joins = people.carer("Joins after " + act);
        assertThat(desk.post("/groups/" + own.id() + "/nominate", "account", joins.id(), "role", "member")
                        .status())
                .isEqualTo(303);
        assertThat(other.get(own.path()).body())
                .as("a change of membership counts those alone who can read")
                .contains("2 carers and,");

        desk.post("/accounts/" + person.id() + "/approve");
        assertThat(other.get(own.path()).body()).contains("3 carers and,");
        assertThat(browsing.as(person).get(own.path()).status()).isEqualTo(200);
    }

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
    void theLastActiveAdministratorStays() {
        people.person("Paused Admin", Approval.SUSPENDED, Role.ADMINISTRATOR);
        for (String act : List.of("suspend", "end")) {
            Page refused = desk.post("/accounts/" + administrator.id() + "/" + act);
            assertThat(refused.status()).as(act).isEqualTo(409);
            assertThat(refused.body()).contains("the last active administrator");
        }
        Page refused = change(administrator, "name", "Ada Renamed", "roles", "carer");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains(
                        "You cannot change your own roles",
                        "value=\"Ada Renamed\"",
                        "<title>Error: ",
                        "href=\"#roles\"");
        assertThat(stored(administrator))
                .as("nothing of a change that was refused is kept")
                .isEqualTo(administrator);
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

    @Test
    void changesOfOneAccountAtOnceDoNotUndoEachOther() throws InterruptedException {
        for (int round = 0; round < 10; round++) {
            Account person = people.carer("Changed Twice " + round);
            String name = "Renamed " + round;
            Thread one = Thread.ofVirtual().start(() -> desk.post("/accounts/" + person.id() + "/suspend"));
            Thread other = Thread.ofVirtual()
                    .start(() -> desk.post("/accounts/" + person.id(), "name", name, "roles", "carer"));
            one.join();
            other.join();
            assertThat(stored(person).approval()).isEqualTo(Approval.SUSPENDED);
            assertThat(stored(person).name()).isEqualTo(name);
        }
    }

    @Test
    void anInvitedPersonIsApprovedAndTheLinkIsShownOnce() {
        Page made = desk.post(
                "/accounts/invite",
                "name",
                "Ivy Green",
                "email",
                "ivy@example.org",
                "line",
                "Carer since 2020",
                "roles",
                "carer",
                "roles",
                "kinship-carer");
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.body()).contains("https://hub.example.org/link/first-ivy@example.org", "Ivy Green");
        assertThat(made.headers()).containsEntry("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
        Account ivy = Objects.requireNonNull(
                accounts.list(Approval.APPROVED, "Ivy", "", 1, admin()).blockFirst(SOON));
        assertThat(ivy.identity()).isEqualTo("provider|ivy@example.org");
        assertThat(ivy.roles()).containsExactlyInAnyOrder(Role.CARER, Role.KINSHIP_CARER);
        assertThat(browsing.as(ivy).get(board.path()).status()).isEqualTo(200);
        for (String later : List.of("/accounts", "/accounts/" + ivy.id(), "/accounts?state=approved", "/audit")) {
            assertThat(desk.get(later).body()).as(later).doesNotContain("hub.example.org/link");
        }

        Page again = desk.post("/accounts/" + ivy.id() + "/link", "reason", "Ivy rang: the phone is lost");
        assertThat(again.body()).contains("https://hub.example.org/link/once-more");
        assertThat(logged("accounts.invite", ivy)).hasSize(1);
        assertThat(logged("accounts.inviteAgain", ivy)).hasSize(1);
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
            assertThat(refused.body()).contains("You cannot change your own roles. Ask another administrator.");
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
    void aNewLinkWantsAReasonEndsOpenSessionsAndIsToldUntilItIsKnown() {
        Account bea = people.carer("Bea Lost Phone");
        Session open = browsing.signedInAt(bea, Instant.now());
        String link = "/accounts/" + bea.id() + "/link";

        assertThat(desk.get("/accounts/" + bea.id()).body()).contains("href=\"" + link + "\"");
        assertThat(desk.get(link).body()).contains("A new link for Bea Lost Phone");
        assertThat(browsing.as(carer).get(link).status()).isEqualTo(404);
        for (String reason : List.of("", "too short", "x".repeat(501))) {
            Page without = desk.post(link, "reason", reason);
            assertThat(without.status()).isEqualTo(422);
            assertThat(without.body())
                    .contains("Give a reason of 10 to 500 characters", "href=\"#reason\"", "<title>Error: ", reason)
                    .doesNotContain("hub.example.org/link");
        }
        assertThat(open.get(board.path()).status()).isEqualTo(200);
        assertThat(open.get("/me").body()).doesNotContain("made a new link");
        assertThat(logged("accounts.inviteAgain", bea)).isEmpty();

        assertThat(desk.post(link, "reason", "Bea rang, I know her voice").body())
                .contains("link/once-more");
        assertThat(logged("accounts.inviteAgain", bea))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).containsEntry("reason", "Bea rang, I know her voice"));
        assertThat(open.get(board.path()).status()).isEqualTo(403);
        assertThat(open.get("/me").location()).isEqualTo("/oauth2/authorization/hearth");
        assertThat(open.get("/").body()).doesNotContain("Bea");

        Session fresh = browsing.signedInAt(bea, Instant.now().plusSeconds(1));
        assertThat(fresh.get(board.path()).status()).isEqualTo(200);
        for (String page : List.of("/", "/me")) {
            assertThat(fresh.get(page).body()).contains("Ada made a new link for you on ", "I know");
        }
        assertThat(browsing.as(carer).post("/me/seen").status()).isEqualTo(303);
        assertThat(fresh.get("/").body()).as("somebody else knows").contains("made a new link");
        assertThat(fresh.post("/me/seen").location()).isEqualTo("/me");
        for (String page : List.of("/", "/me")) {
            assertThat(fresh.get(page).body()).doesNotContain("made a new link");
        }
        assertThat(open.get(board.path()).status())
                .as("the old session stays ended")
                .isEqualTo(403);
    }

    @Test
    void anEmailIsAsLongAsTheSignInTakesIt() {
        String longest = "a".repeat(100) + "@" + "b".repeat(141) + ".example.org";
        assertThat(longest).hasSize(254);
        assertThat(desk.post("/accounts/invite", "name", "Long Address", "email", longest, "roles", "carer")
                        .status())
                .isEqualTo(200);
        Page tooLong = desk.post("/accounts/invite", "name", "Longer Address", "email", "a" + longest);
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.body()).contains("Write an email address");
    }

    @Test
    void anEmailInUseIsRefusedAndTheAnswersStay() {
        desk.post("/accounts/invite", "name", "First One", "email", "taken@example.org", "roles", "carer");
        Page refused = desk.post(
                "/accounts/invite",
                "name",
                "Second One",
                "email",
                "taken@example.org",
                "household",
                "Mill Lane",
                "line",
                "Since May",
                "roles",
                "moderator");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains("has been invited already", "<title>Error: ", "href=\"#email\"")
                .contains("value=\"Second One\"", "value=\"taken@example.org\"", "value=\"Mill Lane\"")
                .contains("value=\"Since May\"");
        assertThat(refused.body()).containsPattern("value=\"moderator\"[^>]*checked");
        assertThat(desk.get("/accounts?state=approved").body()).doesNotContain("Second One");
        Page wrong = desk.post("/accounts/invite", "name", "", "email", "no address");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Write a name", "Write an email address", "value=\"no address\"");
    }

    @Test
    void aHouseholdThatIsInAConstellationStaysAsItIs() {
        Account hilda = people.carer("Hilda");
        Group constellation =
                making.aConstellation("Alderbrook").withMembers(hilda).there();
        Page refused = change(hilda, "name", "Hilda Renamed", "household", "Elsewhere", "roles", "carer");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains("in a constellation with this household", "href=\"#household\"", "<title>Error: ")
                .contains("value=\"Elsewhere\"", "value=\"Hilda Renamed\"")
                .doesNotContain("Alderbrook");
        assertThat(stored(hilda)).isEqualTo(hilda);

        assertThat(change(hilda, "name", "Hilda Renamed", "household", hilda.household(), "roles", "carer")
                        .status())
                .as("all else can change")
                .isEqualTo(303);
        desk.post("/groups/" + constellation.id() + "/people/" + hilda.id() + "/remove", "reason", "Moves away");
        assertThat(change(hilda, "name", "Hilda", "household", "Elsewhere", "roles", "carer")
                        .status())
                .isEqualTo(303);
        assertThat(stored(hilda).household()).isEqualTo("Elsewhere");
    }

    @Test
    void whoIsInAConstellationForTheServiceCanMoveHouse() {
        Account liz = people.with("Liz", Role.SUPERVISING_SOCIAL_WORKER);
        making.aConstellation("Birchbrook").withLiaisonWorker(liz).there();
        assertThat(change(liz, "name", "Liz", "household", "Elsewhere", "roles", "supervising-social-worker")
                        .status())
                .isEqualTo(303);
    }

    private Page change(Account person, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        if (!all.contains("name")) {
            all.addAll(List.of("name", person.name()));
        }
        if (!all.contains("household")) {
            all.addAll(List.of("household", person.household()));
        }
        return desk.post("/accounts/" + person.id(), all.toArray(String[]::new));
    }

    private Account stored(Account person) {
        return Objects.requireNonNull(accounts.find(person.id(), admin()).block(SOON));
    }

    private List<AuditEntry> logged(String act, Account about) {
        return Objects.requireNonNull(audit.before(Instant.now().plusSeconds(1), 500, admin())
                        .collectList()
                        .block(SOON))
                .stream()
                .filter(entry -> entry.act().equals(act) && entry.subject().equals(about.id()))
                .toList();
    }

    private static Viewer admin() {
        return new Viewer("admin", "Admin", "", Approval.APPROVED, Set.of(Role.ADMINISTRATOR));
    }
}
