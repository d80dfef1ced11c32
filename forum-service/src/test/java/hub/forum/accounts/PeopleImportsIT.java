package hub.forum.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.groups.Group;
import hub.platform.identity.Account;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.platform.identity.Supervisions;
import hub.testkit.Browsing.Page;
import hub.testkit.Words;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Thirty people come from a table: tried first, then all or nobody, again with changes, and nobody is written to meanwhile. */
class PeopleImportsIT extends AtTheDesk {
    @Autowired
    Supervisions supervisions;

    private Page tried(String table) {
        return desk.post("/accounts/import", "text", table);
    }

    private String bringIn(String table) {
        Page tried = tried(table);
        assertThat(tried.status()).as(tried.body()).isEqualTo(303);
        Page brought = desk.post(tried.location() + "/run");
        assertThat(brought.location()).isEqualTo(tried.location() + "?done=brought");
        return tried.location();
    }

    private Account withEmail(String email) {
        return Objects.requireNonNull(
                accounts.withEmails(Set.of(email), admin()).blockFirst(SOON));
    }

    private boolean isThere(String email) {
        return Objects.requireNonNull(accounts.hasEmail(email).block(SOON));
    }

    @Test
    void aTableIsShownFirstAndThenAllAreIn() {
        Group larkhill = making.aClosedGroup("Lark Hill carers").there();
        String table = """
                Name\tEmail\tRoles\tHousehold\tSocial worker\tGroups
                Karim Aziz\tKarim.Aziz@example.org\tfoster carer\tAziz\tsue@example.org\tLark Hill carers
                Noor Aziz\tnoor@example.org\tFoster carer; kinship-carer\tAziz\t\tlark hill carers (facilitator)
                Sue Bell\tsue@example.org\tSupervising social worker\t\t\t
                """;
        Page tried = tried(table);
        assertThat(tried.status()).as(tried.body()).isEqualTo(303);
        Page plan = desk.get(tried.location());
        assertThat(plan.body())
                .contains("Karim Aziz", "karim.aziz@example.org", Words.of("accounts.import.plan.lead", 3, 0));
        assertThat(isThere("karim.aziz@example.org")).as("only tried").isFalse();

        assertThat(desk.post(tried.location() + "/run").status()).isEqualTo(303);
        assertThat(desk.post(tried.location() + "/run").status()).as("two taps").isEqualTo(303);
        Account karim = withEmail("karim.aziz@example.org");
        Account noor = withEmail("noor@example.org");
        assertThat(karim.approval()).isEqualTo(Approval.APPROVED);
        assertThat(karim.roles()).containsExactly(Role.CARER);
        assertThat(noor.roles()).containsExactlyInAnyOrder(Role.CARER, Role.KINSHIP_CARER);
        assertThat(noor.household()).isEqualTo(karim.household());
        assertThat(supervisions.workerOf("Aziz").block(SOON))
                .isEqualTo(withEmail("sue@example.org").id());
        assertThat(browsing.as(karim).get(larkhill.path()).location())
                .as("the agreement first")
                .contains("agreement");
        assertThat(logged("accounts.import", karim)).hasSize(1);
        assertThat(logged("groups.nominate", noor)).hasSize(1);
        assertThat(desk.get(tried.location()).body())
                .contains(Words.of("accounts.import.next.byHand"), "/accounts/" + karim.id());
        assertThat(desk.post("/accounts/" + karim.id() + "/link", "reason", "Handed over at the coffee morning")
                        .body())
                .contains("https://hub.example.org/link/once-more");
    }

    @Test
    void theSameTableAgainChangesOnlyWhatIsOther() {
        bringIn("name,email,roles,line\nOlu Ade,olu@example.org,carer,Carer since 2012\nBo Ek,bo@example.org,carer,");
        Account before = withEmail("olu@example.org");
        Page tried = tried("name,email,roles,line\nOlu Adeyemi,OLU@example.org,,\nBo Ek,bo@example.org,,");
        assertThat(desk.get(tried.location()).body())
                .contains(
                        Words.of("accounts.import.plan.lead", 0, 1),
                        Words.of("accounts.import.change.changed"),
                        Words.of("accounts.import.change.same"));
        assertThat(desk.post(tried.location() + "/run").status()).isEqualTo(303);
        Account after = withEmail("olu@example.org");
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.name()).isEqualTo("Olu Adeyemi");
        assertThat(after.line()).isEqualTo("Carer since 2012");
        assertThat(after.roles()).containsExactly(Role.CARER);
        assertThat(logged("accounts.change", withEmail("bo@example.org"))).isEmpty();
    }

    @Test
    void eachThingThatIsWrongIsSaidWithItsLineAndWhatWasPastedStands() {
        Page wrong = tried("""
                name,email,roles,groups
                ,nobody,chef,The moon
                Mo Lee,mo@example.org,carer,
                Mo Leigh,mo@example.org,carer,
                Ann Oh,ann@example.org,,
                """);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains(
                        Words.of("accounts.import.row", 2, Words.of("accounts.import.fault.name")),
                        Words.of("accounts.import.row", 2, Words.of("accounts.import.fault.email", "nobody")),
                        Words.of("accounts.import.row", 2, Words.of("accounts.import.fault.role", "chef")),
                        Words.of("accounts.import.row", 2, Words.of("accounts.import.fault.group", "The moon")),
                        Words.of(
                                "accounts.import.row", 4, Words.of("accounts.import.fault.twice", "mo@example.org", 3)),
                        Words.of("accounts.import.row", 5, Words.of("accounts.import.fault.roles")),
                        "Mo Leigh,mo@example.org");
        assertThat(isThere("mo@example.org")).isFalse();
    }

    @Test
    void oneWhoIsRefusedKeepsOutAll() {
        Account paused = people.carer("Paused Pat");
        accounts.suspend(paused.id(), admin()).block(SOON);
        String email = "pat@example.org";
        bringIn("name,email,roles\nPat Way,%s,carer".formatted(email));
        Page ready = tried("name,email\nPat Weigh,%s".formatted(email));
        accounts.suspend(withEmail(email).id(), admin()).block(SOON);
        Page refused = desk.post(ready.location() + "/run");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains(Words.of("accounts.import.row", 2, Words.of("accounts.import.fault.paused", "Pat Way")));

        Page tried = tried("name,email,roles\nGood Gail,gail@example.org,carer\nPat Weigh,%s,carer".formatted(email));
        assertThat(tried.status()).isEqualTo(422);
        assertThat(tried.body())
                .contains(Words.of("accounts.import.row", 3, Words.of("accounts.import.fault.paused", "Pat Way")));
        assertThat(isThere("gail@example.org")).isFalse();
    }

    @Test
    void aFormWithFilesBringsATableAsAFileOrTyped() {
        byte[] old = "name;email;roles\nZo\u00eb Ash;zoe@example.org;carer".getBytes(Charset.forName("windows-1252"));
        Page asFile = desk.postFile("/accounts/import", "people.csv", old, "text", "");
        assertThat(asFile.status()).as(asFile.body()).isEqualTo(303);
        assertThat(desk.get(asFile.location()).body()).contains("Zo\u00eb Ash");

        byte[] wrong = "name,email\nAsh,nowhere".getBytes(StandardCharsets.UTF_8);
        Page again = desk.postFile("/accounts/import", "people.csv", wrong, "text", "");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).as("to be mended in the box").contains("Ash,nowhere");

        Page large = desk.postFile("/accounts/import", "people.csv", new byte[300 * 1024], "text", "");
        assertThat(large.status()).isEqualTo(422);
        assertThat(large.body()).contains(Words.of("accounts.import.fault.large"));
    }

    @Test
    void whoeverSignedInWithAnAddressIsNotApprovedByATable() {
        accounts.signedIn("council|claims", "Carol", "carol@example.org", false).block(SOON);
        Page tried = tried("name,email,roles\nCarol Fry,carol@example.org,moderator");
        assertThat(tried.status()).isEqualTo(422);
        assertThat(tried.body()).contains(Words.of("accounts.import.fault.awaits", "Carol"));
        assertThat(withEmail("carol@example.org").approval()).isEqualTo(Approval.AWAITING);
    }

    @Test
    void whoeverWasBroughtInIsKnownByTheAddressThatAProviderVouchesForAndNotByOneItDoesNot() {
        Account waits = accounts.add(Account.of(
                        "brought-in",
                        null,
                        "Ida Rue",
                        "brought-in",
                        "",
                        "ida@example.org",
                        Approval.APPROVED,
                        Set.of(Role.CARER),
                        java.time.Instant.EPOCH,
                        java.time.Instant.EPOCH))
                .block(SOON);
        Account claims =
                accounts.signedIn("council|1", "Ida", "ida@example.org", false).block(SOON);
        Account looksLike = accounts.signedIn("council|4", "Ida", "\uFF49da@example.org", true)
                .block(SOON);
        assertThat(Objects.requireNonNull(looksLike).approval()).isEqualTo(Approval.AWAITING);
        Account ida =
                accounts.signedIn("council|2", "Ida", "Ida@example.org", true).block(SOON);
        assertThat(Objects.requireNonNull(claims).id())
                .isNotEqualTo(Objects.requireNonNull(waits).id());
        assertThat(claims.approval()).isEqualTo(Approval.AWAITING);
        assertThat(Objects.requireNonNull(ida).id()).isEqualTo(waits.id());
        assertThat(Objects.requireNonNull(accounts.signedIn("council|3", "X", "ida@example.org", true)
                                .block(SOON))
                        .id())
                .as("an identity is given once")
                .isNotEqualTo(waits.id());
    }
}
