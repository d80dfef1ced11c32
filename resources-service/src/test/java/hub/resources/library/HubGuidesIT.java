package hub.resources.library;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Role;
import hub.platform.time.Times;
import hub.resources.Desk;
import hub.resources.ResourcesIT;
import hub.resources.audiences.Audience;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.People;
import hub.testkit.Words;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Guides that are written in the hub stand beside those of the folder, with the workflow of all that is published. */
@ResourcesIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HubGuidesIT {
    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    Guides guides;

    @Autowired
    LibraryStore store;

    @Autowired
    LibraryAtStart folder;

    Session helen;
    Session amina;
    Desk desk;

    @BeforeAll
    void peopleOfTheService() {
        helen = browsing.as(people.with("Helen Marsh", Role.STAFF_EDITOR));
        amina = browsing.as(people.carer("Amina"));
        desk = new Desk(helen);
    }

    @Test
    void aGuideIsWrittenPublishedAndChecked() {
        Page draft = desk.send("guide", "save", "title", "Bedtime with a new child", "audience", "carers");
        assertThat(draft.location()).endsWith("/edit?done=saved");
        assertThat(amina.get("/library/bedtime-with-a-new-child").status()).isEqualTo(404);
        String id = Desk.id(draft.location());
        assertThat(helen.get(helen.get("/news/" + id).location()).body())
                .contains("<h1>Bedtime with a new child</h1>", Words.of("publishing.state.draft"));

        Page published = helen.post(
                "/news/" + id + "/edit",
                sent(helen.get(draft.location()), fields("Bedtime with a new child"), "publish"));
        assertThat(published.location()).isEqualTo("/library/bedtime-with-a-new-child?done=published");
        Page guide = amina.get("/library/bedtime-with-a-new-child");
        assertThat(guide.body())
                .contains("<strong>so</strong>", Words.of("library.about.owner", "Fostering support team"))
                .contains(Words.of("library.about.version", 1), "/library/topics/school\"", "/library/standards/2\"")
                .doesNotContain(Words.of("library.about.change"));
        assertThat(helen.get("/library/bedtime-with-a-new-child").body())
                .contains("/news/" + id + "/edit\"", Words.of("library.about.change"))
                .doesNotContain("content/library");
        assertThat(amina.get("/library/topics/school").body()).contains(">Bedtime with a new child</a>");
        assertThat(amina.get("/news").body()).doesNotContain("Bedtime with a new child");

        // The folder is read again at each start, and takes away what it does not hold: not what is written in the hub.
        folder.read().block(Duration.ofMinutes(1));
        assertThat(amina.get("/library/bedtime-with-a-new-child").status()).isEqualTo(200);

        Page form = helen.get("/news/" + id + "/edit");
        String[] corrected = Desk.and(fields("Bedtime with any child"), "what", "It is for all ages now.");
        assertThat(helen.post("/news/" + id + "/edit", sent(form, corrected, "correct"))
                        .location())
                .isEqualTo("/library/bedtime-with-a-new-child?done=corrected");
        assertThat(amina.get("/library/bedtime-with-a-new-child").body())
                .contains(
                        "<h1>Bedtime with any child</h1>",
                        Words.of("library.about.version", 2),
                        "It is for all ages now.");

        String[] checked = fields("Bedtime with any child");
        checked[java.util.Arrays.asList(checked).indexOf("reviewBy") + 1] = "2099-02-02";
        helen.post("/news/" + id + "/edit", sent(helen.get("/news/" + id + "/edit"), checked, "correct"));
        assertThat(amina.get("/library/bedtime-with-a-new-child").body())
                .as("looked at again and nothing changed for readers")
                .contains(
                        Words.of("library.about.version", 2),
                        Times.inFull(LocalDate.of(2099, 2, 2)).replaceFirst("\\w+ ", ""));
    }

    @Test
    void whatAGuideLacksIsSaidBesideItsField() {
        Page sent = desk.send("guide", "publish", Desk.fields("guide", "carers", "Half a guide"));
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body())
                .contains("href=\"#topics\">" + Words.of("news.topics.missing"))
                .contains("href=\"#owner\">" + Words.of("news.owner.missing"))
                .contains("href=\"#reviewBy\">" + Words.of("news.reviewBy.missing"));
    }

    @Test
    void noGuideTakesTheAddressOfAnother() {
        String taken = guides.aGuideFor(Audience.STAFF, "Anything", "school", 1);
        Page sent = desk.send("guide", "publish", fields(taken.replace('-', ' ')));
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body()).contains("href=\"#title\">" + Words.of("publishing.titleTaken"));
        assertThat(desk.send("guide", "publish", fields("Search")).status()).isEqualTo(422);
        publish("Only one of these");
        assertThat(desk.send("guide", "publish", fields("Only one of these")).body())
                .contains("href=\"#title\">" + Words.of("publishing.titleTaken"));
    }

    @Test
    void anOldAddressLeadsToWhatTookItsPlace() {
        String id = publish("The old way");
        publish("The new way");
        String archive = "/news/" + id + "/archive";
        assertThat(helen.get(archive).body()).contains("name=\"instead\"");
        assertThat(helen.post(archive, "instead", "/library/no-such-way").body())
                .contains("href=\"#instead\">" + Words.of("publishing.noSuchGuide"), "value=\"/library/no-such-way\"");
        assertThat(helen.post(archive, "instead", "/library/the-new-way").status())
                .isEqualTo(303);
        assertThat(amina.get("/library/the-old-way").location()).isEqualTo("/library/the-new-way?instead=the-old-way");
        assertThat(amina.get("/library/the-new-way?instead=the-old-way").body())
                .contains(Words.of("library.instead.of", "The old way"));

        helen.post("/news/" + id + "/bring-back");
        assertThat(amina.get("/library/the-old-way").status()).isEqualTo(200);
        helen.post(archive, "why", "The law has changed.");
        assertThat(amina.get("/library/the-old-way").body())
                .contains(Words.of("library.ended.withdrawn"), "The law has changed.");
    }

    /** @return its id as a publication */
    private String publish(String title) {
        Page sent = desk.send("guide", "publish", fields(title));
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        String slug = sent.location().replaceFirst("[?].*", "").replaceFirst(".*/", "");
        return java.util.Objects.requireNonNull(store.writtenAs(slug).block(Duration.ofSeconds(20)));
    }

    private static String[] fields(String title) {
        return Desk.and(
                Desk.fields("guide", "carers", title),
                "topics",
                "school",
                "standards",
                "2",
                "owner",
                "Fostering support team",
                "reviewBy",
                "2099-01-01");
    }

    private static String[] sent(Page form, String[] fields, String act) {
        return Desk.and(fields, "version", Desk.version(form), "formKey", form.formKey(), "act", act);
    }
}
