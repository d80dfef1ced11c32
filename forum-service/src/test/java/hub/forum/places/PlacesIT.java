package hub.forum.places;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.audit.AuditLog;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.platform.places.FamilyHub;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Staff keep the family hubs; everybody approved sees them. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlacesIT {
    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    PlaceMaker placing;

    @Autowired
    AuditLog audit;

    private Session editor;
    private Session carer;
    private Account administrator;

    @BeforeAll
    void everybody() {
        editor = browsing.as(people.with("Editor", Role.STAFF_EDITOR));
        carer = browsing.as(people.carer("Carer"));
        administrator = people.with("Administrator", Role.ADMINISTRATOR);
    }

    @Test
    void aHubIsAddedOnceAndSeenByCarers() {
        String key = editor.get("/places/new").formKey();
        assertThat(send("/places/new", key, "name", "Quarry Road Family Hub").location())
                .isEqualTo("/places?done=saved");
        assertThat(send("/places/new", key, "name", "Quarry Road Family Hub").status())
                .isEqualTo(303);
        assertThat(carer.get("/places").body())
                .containsOnlyOnce(">Quarry Road Family Hub</strong>")
                .contains("ZZ4 5TT", "Lift to the first floor", Words.of("places.stepFree.part"))
                .doesNotContain(Words.of("places.add"));
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedIsKept() {
        Page page = send("/places/new", "", "name", "Q", "postcode", "nowhere", "stepFree", "maybe");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        Words.of("places.form.name.length"),
                        Words.of("places.form.postcode.wrong"),
                        Words.of("places.form.stepFree.missing"),
                        "value=\"nowhere\"",
                        "Lift to the first floor");
    }

    @Test
    void ofTwoWhoChangeAHubAtOnceTheSecondIsTold() {
        FamilyHub hub = placing.aHub("Twice Family Hub");
        assertThat(send("/places/" + hub.id(), "", "name", "Once Family Hub", "version", "1")
                        .status())
                .isEqualTo(303);
        Page late = send("/places/" + hub.id(), "", "name", "Other Family Hub", "version", "1");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains(Words.of("places.changedMeanwhile"), "Other Family Hub");
    }

    @Test
    void aRetiredHubIsNotOfferedAndCanBeUsedAgain() {
        FamilyHub hub = placing.aHub("Old Mill Family Hub");
        assertThat(editor.post("/places/" + hub.id() + "/retire").status()).isEqualTo(303);
        assertThat(editor.post("/places/" + hub.id() + "/retire").status()).isEqualTo(303);
        assertThat(carer.get("/places").body()).doesNotContain("Old Mill Family Hub");
        assertThat(editor.get("/places/retired").body()).contains("Old Mill Family Hub");
        assertThat(editor.post("/places/" + hub.id() + "/open").status()).isEqualTo(303);
        assertThat(carer.get("/places").body()).contains("Old Mill Family Hub");
        assertThat(audit.before(Instant.now().plusSeconds(60), 50, viewer())
                        .filter(entry -> entry.subject().equals(hub.id()))
                        .map(entry -> entry.act())
                        .collectList()
                        .block(Duration.ofSeconds(10)))
                .containsExactly("places.open", "places.retire");
    }

    private hub.platform.identity.Viewer viewer() {
        return new hub.platform.identity.Viewer(
                administrator.id(), "Administrator", "", administrator.approval(), administrator.roles());
    }

    /** The form, filled in, but for these fields. */
    private Page send(String path, String key, String... others) {
        List<String> fields = new ArrayList<>(List.of(others));
        List.of(
                        List.of("name", "Quarry Road Family Hub"),
                        List.of("area", "Larkhill"),
                        List.of("address", "2 Quarry Road"),
                        List.of("postcode", "zz45tt"),
                        List.of("stepFree", "part"),
                        List.of("access", "Lift to the first floor"),
                        List.of("version", "0"))
                .forEach(field -> {
                    if (!List.of(others).contains(field.getFirst())) {
                        fields.addAll(field);
                    }
                });
        fields.addAll(List.of("formKey", key));
        return editor.post(path, fields.toArray(String[]::new));
    }
}
