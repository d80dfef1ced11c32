package hub.forum.me;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.platform.forms.FormKey;
import hub.platform.identity.Account;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.Stored;
import hub.testkit.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.http.MediaType;

/** Somebody takes out all that is theirs, and nothing of anybody else. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnDataIT {
    private static final String DOWNLOAD = "/me/data/download";

    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    GroupMaker making;

    @Autowired
    ReactiveMongoTemplate mongo;

    Account amina;
    Account joe;
    Account leader;
    Group group;
    String thread;
    String aminasPost;

    @BeforeAll
    void twoPeopleWhoWriteWithEachOther() {
        amina = people.carer("Amina Ownwords");
        joe = people.carer("Joe Otherwords");
        leader = people.carer("Lea Leads");
        group = making.aHiddenGroup("Group of own words")
                .withMembers(amina, joe)
                .facilitatedBy(leader)
                .there();
        startsAThread(amina, "Aminastitle", "Aminasopening words");
        thread = Stored.idOf(mongo, "threads", "title", "Aminastitle");
        aminasPost = Stored.idOf(mongo, "posts", "author", amina.id());
        replies(joe, "Joesanswer");
        replies(amina, "> Joesanswer\n\nAminasreply");
        accepted(browsing.as(joe)
                .post(
                        "/moderation/report",
                        "post",
                        aminasPost,
                        "reason",
                        "unkind",
                        "words",
                        "Joesreport",
                        "formKey",
                        FormKey.fresh()));
        accepted(browsing.as(amina)
                .post(
                        "/profiles/own",
                        "about",
                        "Aminasprofile",
                        "aboutFor",
                        "nobody",
                        "since",
                        "2014",
                        "sinceFor",
                        "nobody",
                        "topicsFor",
                        "nobody",
                        "revision",
                        "0"));
    }

    private void startsAThread(Account who, String title, String text) {
        accepted(browsing.as(who)
                .post("/threads", "group", group.id(), "title", title, "text", text, "formKey", FormKey.fresh()));
    }

    private void replies(Account who, String text) {
        accepted(browsing.as(who)
                .post("/threads/" + thread + "/posts", "text", text, "parent", aminasPost, "formKey", FormKey.fresh()));
    }

    private static void accepted(Page answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
    }

    private Map<String, String> downloads(Account who) {
        byte[] zip = browsing.signedInAt(who, Instant.now())
                .client()
                .post()
                .uri(DOWNLOAD)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.parseMediaType("application/zip"))
                .expectBody()
                .returnResult()
                .getResponseBody();
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName(), new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    @Test
    void allThatIsTheirsIsInItOnAPageAndForPrograms() {
        Map<String, String> files = downloads(amina);
        assertThat(files.keySet().iterator().next()).isEqualTo("index.html");
        assertThat(files.get("index.html"))
                .contains("Amina Ownwords", "Aminastitle", "Aminasopening", "Aminasreply", "Aminasprofile")
                .contains(Words.of("words.in.posts"), Words.of("words.page.not"))
                .doesNotContain(Words.of("words.in.concerns"));
        assertThat(Document.parse("{\"all\":" + files.get("posts.json") + "}").getList("all", Document.class))
                .hasSize(2);
        assertThat(files)
                .containsKeys("accounts.json", "memberships.json", "profiles.json")
                .doesNotContainKey("concerns.json");
    }

    @Test
    void nothingThatSomebodyElseWroteIsInItNotEvenQuoted() {
        assertThat(String.join("\n", downloads(amina).values()))
                .doesNotContain("Joesanswer", "Joesreport", "Joe Otherwords", joe.id())
                .contains(Words.of("words.quote"));
        assertThat(String.join("\n", downloads(joe).values()))
                .contains("Joesanswer", "Joesreport")
                .doesNotContain("Aminas");
    }

    @Test
    void whatIsHiddenOfTheirsIsInItToo() {
        accepted(browsing.as(leader)
                .post("/threads/" + thread + "/posts/" + aminasPost + "/hide", "reason", "Leadersreason"));
        assertThat(String.join("\n", downloads(amina).values())).contains("Aminasopening");
    }

    @Test
    void whoeverSignedInLongAgoSignsInAgainFirst() {
        Page refused = browsing.signedInAt(amina, Instant.now().minus(Duration.ofHours(2)))
                .post(DOWNLOAD);
        assertThat(refused.status()).isEqualTo(303);
        assertThat(refused.location()).isEqualTo("/me/data");
        assertThat(browsing.as(amina).get("/me/data").body()).contains(Words.of("me.data.again"));
        assertThat(browsing.signedInAt(amina, Instant.now()).get("/me/data").body())
                .contains(Words.of("me.data.button"));
    }

    @Test
    void whoeverIsPausedMayHaveWhatIsTheirs() {
        Account paused = people.person("Paula Paused", Approval.SUSPENDED, Role.CARER);
        assertThat(downloads(paused).get("index.html")).contains("Paula Paused");
    }

    @Test
    void itIsInTheAuditLog() {
        Account noted = people.carer("Nora Noted");
        downloads(noted);
        assertThat(Stored.with(mongo, "audit_log", "actor", noted.id()))
                .extracting(entry -> entry.getString("act"))
                .containsExactly("me.data");
    }
}
