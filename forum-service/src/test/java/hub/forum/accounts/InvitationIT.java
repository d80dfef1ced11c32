package hub.forum.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Account;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Somebody is invited by a link that is shown once; a new link ends the sessions begun before it and is told to its person. */
class InvitationIT extends AtTheDesk {
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
    void aNewLinkWantsAReasonEndsOpenSessionsAndIsToldUntilItIsKnown() {
        Account bea = people.carer("Bea Lost Phone");
        Session open = browsing.signedInAt(bea, Instant.now());
        String link = "/accounts/" + bea.id() + "/link";

        assertThat(desk.get("/accounts/" + bea.id()).body()).contains("href=\"" + link + "\"");
        assertThat(desk.get(link).body()).contains(Words.of("accounts.link.for", "Bea Lost Phone"));
        assertThat(browsing.as(carer).get(link).status()).isEqualTo(404);
        for (String reason : List.of("", "too short", "x".repeat(501))) {
            Page without = desk.post(link, "reason", reason);
            assertThat(without.status()).isEqualTo(422);
            assertThat(without.body())
                    .contains(
                            Words.of("accounts.link.reason.length"),
                            "href=\"#reason\"",
                            "<title>" + Words.partOf("parts.title.error"),
                            reason)
                    .doesNotContain("hub.example.org/link");
        }
        assertThat(open.get(board.path()).status()).isEqualTo(200);
        assertThat(open.get("/me").body()).doesNotContain(Words.partOf("me.link"));
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
            assertThat(fresh.get(page).body()).contains("Ada" + Words.partOf("me.link"), Words.of("me.link.seen"));
        }
        assertThat(browsing.as(carer).post("/me/seen").status()).isEqualTo(303);
        assertThat(fresh.get("/").body()).as("somebody else knows").contains(Words.partOf("me.link"));
        assertThat(fresh.post("/me/seen").location()).isEqualTo("/me");
        for (String page : List.of("/", "/me")) {
            assertThat(fresh.get(page).body()).doesNotContain(Words.partOf("me.link"));
        }
        assertThat(open.get(board.path()).status())
                .as("the old session stays ended")
                .isEqualTo(403);
    }

    @Test
    void anEmailIsAsLongAsTheSignInTakesIt() {
        String longest =
                "a".repeat(64) + "@" + "b".repeat(60) + "." + "c".repeat(60) + "." + "d".repeat(55) + ".example.org";
        assertThat(longest).hasSize(254);
        assertThat(desk.post("/accounts/invite", "name", "Long Address", "email", longest, "roles", "carer")
                        .status())
                .isEqualTo(200);
        Page tooLong = desk.post("/accounts/invite", "name", "Longer Address", "email", longest.replace("d.", "dd."));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.body()).contains(Words.of("accounts.email.wrong"));
    }

    @Test
    void nothingIsChosenBeforehandAndSomethingMustBe() {
        assertThat(desk.get("/accounts/invite").body()).doesNotContain("checked");
        Page refused = desk.post("/accounts/invite", "name", "No Role", "email", "no.role@example.org");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains(Words.of("accounts.roles.missing"), "href=\"#roles\"", "No Role");
    }

    @Test
    void theAddressOfAnAccountThatWasNeverInvitedIsInUseToo() {
        String email = "imran.aziz@example.org";
        accounts.add(Account.of(
                        "imran-aziz",
                        null,
                        "Imran Aziz",
                        "aziz",
                        "",
                        email,
                        Approval.APPROVED,
                        Set.of(Role.CARER),
                        Instant.now(),
                        Instant.now()))
                .block(SOON);
        Page refused = desk.post(
                "/accounts/invite", "name", "Ted", "email", " " + email.toUpperCase(Locale.ROOT), "roles", "carer");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains(Words.of("accounts.invited"));
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
                .contains(
                        Words.of("accounts.invited"), "<title>" + Words.partOf("parts.title.error"), "href=\"#email\"")
                .contains("value=\"Second One\"", "value=\"taken@example.org\"", "value=\"Mill Lane\"")
                .contains("value=\"Since May\"");
        assertThat(refused.body()).containsPattern("value=\"moderator\"[^>]*checked");
        assertThat(desk.get("/accounts?state=approved").body()).doesNotContain("Second One");
        Page wrong = desk.post("/accounts/invite", "name", "", "email", "no address");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains(Words.of("accounts.name.missing"), Words.of("accounts.email.wrong"), "value=\"no address\"");
    }
}
