package hub.forum.groups;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.audit.AuditTrail;
import hub.platform.audit.AuditEntry;
import hub.platform.audit.AuditLog;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Administrators make and change groups. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterIT {
    private static final Pattern ROW = Pattern.compile("<a href=\"/groups/[0-9a-z]+/manage\">([^<]+)</a>");
    private static final Pattern NEXT = Pattern.compile("(/groups/register\\?after=[0-9a-z]+)");

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    GroupMaker making;

    @Autowired
    AuditLog audit;

    private Session administrator;
    private Account carer;

    @BeforeAll
    void anAdministrator() {
        administrator = browsing.as(people.with("Administrator", Role.ADMINISTRATOR));
        carer = people.carer("Carer");
    }

    @Test
    void sendingTheFormTwiceMakesOneGroup() {
        String key = administrator.get("/groups/new").formKey();
        Page first = create(key, "name", "Ashcombe dads", "kind", "peer-support-group", "privacy", "closed");
        Page second = create(key, "name", "Ashcombe dads", "kind", "peer-support-group", "privacy", "closed");
        assertThat(first.status()).isEqualTo(303);
        assertThat(second.location()).isEqualTo(first.location());
        String list = browsing.as(carer).get("/groups").body();
        assertThat(list).containsOnlyOnce(">Ashcombe dads</a>");
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedIsKept() {
        Page page = create("", "name", "ab", "kind", "", "privacy", "hidden");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        "<title>" + Words.partOf("parts.title.error"),
                        Words.of("groups.form.name.length"),
                        Words.of("groups.form.kind.missing"),
                        "href=\"#kind\"")
                .contains("value=\"ab\"", "To be there for each other", "We listen");
    }

    @Test
    void aBoardThatIsHiddenIsRefusedRatherThanOpened() {
        Page page = create("", "name", "Secret board", "kind", "board", "privacy", "hidden");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains(Words.of("groups.form.privacy.board"));
        Page constellation = create("", "name", "Open hill", "kind", "constellation", "privacy", "closed");
        assertThat(constellation.body()).contains(Words.of("groups.form.privacy.constellation"));
        assertThat(browsing.as(carer).get("/groups").body()).doesNotContain("Secret board", "Open hill");
    }

    @Test
    void aVenueIsPublicForAClusterAndItsMembersAreNot() {
        Page made = create(
                "",
                "name",
                "Riverside cluster",
                "kind",
                "community-cluster",
                "privacy",
                "closed",
                "venue",
                "Riverside Family Hub");
        assertThat(made.status()).isEqualTo(303);
        assertThat(browsing.as(carer).get("/groups").body()).contains("Riverside Family Hub");
    }

    @Test
    void theRegisterGoesOnByKeyWithoutMissingOrRepeating() {
        for (int i = 0; i < 53; i++) {
            making.aHiddenGroup("Page %02d".formatted(i)).there();
        }
        making.aHiddenGroup("Page 30").there();
        List<String> names = new ArrayList<>();
        String next = "/groups/register";
        while (next != null) {
            String body = administrator.get(next).body();
            ROW.matcher(body).results().map(row -> row.group(1)).forEach(names::add);
            Matcher more = NEXT.matcher(body);
            next = more.find() ? more.group(1) : null;
        }
        assertThat(names).filteredOn(name -> name.startsWith("Page ")).hasSize(54);
        assertThat(names).filteredOn("Page 30"::equals).hasSize(2);
        assertThat(names).isSorted();
    }

    @Test
    void ofTwoWhoChangeTheAgreementTheSecondIsTold() {
        Group group = making.aClosedGroup("Two writers").there();
        assertThat(edit(group, "Two writers", "We write first", 1).status()).isEqualTo(303);
        Page late = edit(group, "Two writers", "We write second", 1);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains(Words.of("groups.changedMeanwhile"), "We write second");
        assertThat(administrator.get("/groups/" + group.id() + "/edit").body())
                .contains("We write first", "name=\"version\" value=\"2\"");
    }

    @Test
    void theAuditLogKnowsAHiddenGroupByItsIdAlone() {
        Page made = create("", "name", "Wagtail hollow", "kind", "constellation", "privacy", "hidden");
        assertThat(made.status()).isEqualTo(303);
        String id = made.location().split("/")[2];
        edit(id, "Wagtail meadow", "hidden", "To be there", "We keep it", 1);
        List<AuditEntry> entries = new AuditTrail(audit).ofGroup(id);
        assertThat(entries).extracting(AuditEntry::act).containsExactlyInAnyOrder("groups.create", "groups.edit");
        assertThat(entries).extracting(Object::toString).noneMatch(entry -> entry.contains("Wagtail"));
    }

    @Test
    void anotherNameLeadsFromTheOldAddress() {
        Group group = making.aClosedGroup("Old name").withMembers(carer).there();
        edit(
                group,
                "New name",
                group.agreement() == null ? "" : group.agreement().markdown(),
                1);
        Page moved = browsing.as(carer).get(group.path());
        assertThat(moved.status()).isEqualTo(301);
        assertThat(moved.location()).isEqualTo("/groups/" + group.id() + "/new-name");
        assertThat(browsing.as(carer).get(moved.location()).status()).isEqualTo(200);
    }

    @Test
    void aClosedGroupThatBecomesHiddenLeavesTheListAtOnce() {
        Group group = making.aClosedGroup("Soon hidden").there();
        String key = browsing.as(carer).get("/groups/" + group.id() + "/ask").formKey();
        browsing.as(carer).post("/groups/" + group.id() + "/ask", "text", "", "formKey", key);
        assertThat(browsing.as(carer).get("/groups").body()).contains("Soon hidden");
        edit(group.id(), "Soon hidden", "hidden", "To be there", "We keep what Soon hidden says", 1);
        assertThat(browsing.as(carer).get("/groups").body().toLowerCase(Locale.ROOT))
                .doesNotContain("soon hidden");
        assertThat(browsing.as(carer).get(group.path()).status()).isEqualTo(404);
    }

    private Page create(String key, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of(
                "area",
                "Ashcombe",
                "purpose",
                "To be there for each other",
                "agreement",
                "We listen",
                "version",
                "0",
                "formKey",
                key));
        return administrator.post("/groups/new", all.toArray(String[]::new));
    }

    private Page edit(Group group, String name, String agreement, int version) {
        return edit(group.id(), name, group.privacy().slug(), group.purpose(), agreement, version);
    }

    private Page edit(String group, String name, String privacy, String purpose, String agreement, int version) {
        return administrator.post(
                "/groups/" + group + "/edit",
                "name",
                name,
                "privacy",
                privacy,
                "area",
                "Ashcombe",
                "purpose",
                purpose,
                "agreement",
                agreement,
                "version",
                String.valueOf(version));
    }
}
