package hub.resources.library.lists;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.resources.ResourcesIT;
import hub.resources.audiences.Audience;
import hub.resources.library.Guides;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.People;
import hub.testkit.Stored;
import hub.testkit.Words;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

/** A list is made, sent and ticked off. */
@ResourcesIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingListsIT {
    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    Guides guides;

    @Autowired
    ReactiveMongoTemplate mongo;

    Session helen;
    Session karen;
    Account amina;

    @BeforeAll
    void everybody() {
        helen = browsing.as(people.with("Helen", Role.STAFF_EDITOR));
        karen = browsing.as(people.with("Karen", Role.SUPERVISING_SOCIAL_WORKER));
        amina = people.carer("Amina Farah");
        people.carer("Amina Begum");
    }

    /** @return as staff see it */
    private String aList(String title, String... slugs) {
        String key = helen.get("/library/staff/lists/new").formKey();
        String path = "";
        for (int twice = 0; twice < 2; twice++) {
            path = helen.post("/library/staff/lists/new", "title", title, "intro", "Slowly", "formKey", key)
                    .location()
                    .replaceFirst("[?].*", "");
        }
        for (String slug : slugs) {
            assertThat(helen.post(path + "/add", "guide", slug).status()).isEqualTo(303);
        }
        return path;
    }

    @Test
    void aCarerIsSentAListHearsOfItAndTicksItOff() {
        String first = guides.aGuideFor(Audience.CARERS);
        String second = guides.aGuideFor(Audience.PUBLIC);
        String forStaff = guides.aGuideFor(Audience.STAFF);
        String list = aList("Begin with these", second, first, forStaff);
        assertThat(helen.post(list + "/up", "guide", first).status()).isEqualTo(303);
        String shown = karen.get(list).body();
        assertThat(shown.indexOf("/library/" + first)).isLessThan(shown.indexOf("/library/" + second));

        Page which = karen.post(
                list + "/send", "person", "Amina", "formKey", karen.get(list).formKey());
        assertThat(which.status()).isEqualTo(200);
        assertThat(which.body()).contains("Amina Farah", "Amina Begum");
        for (int twice = 0; twice < 2; twice++) {
            assertThat(karen.post(list + "/send", "person", "Amina", "chosen", amina.id())
                            .location())
                    .endsWith("?done=sent");
        }
        List<Document> told = Stored.with(mongo, "tellings", "key", "tellings.library.list");
        assertThat(told)
                .singleElement()
                .satisfies(
                        one -> assertThat(one.getList("accounts", String.class)).containsExactly(amina.id()));
        assertThat(Stored.with(mongo, "audit_log", "subject", amina.id())).hasSize(1);

        Session hers = browsing.as(amina);
        String own = list.replace("/staff", "");
        assertThat(hers.get(own).body())
                .contains(Words.of("library.own.progress", 0, 2), "/library/" + first + "\"")
                .doesNotContain(forStaff);
        assertThat(hers.post(own + "/tick", "guide", first, "done", "true").location())
                .isEqualTo(own + "#" + first);
        assertThat(hers.post(own + "/tick", "guide", first, "done", "true").status())
                .isEqualTo(303);
        assertThat(hers.post(own + "/tick", "guide", forStaff, "done", "true").status())
                .isEqualTo(404);
        assertThat(hers.get("/library/lists/own").body()).contains(Words.of("library.own.progress", 1, 2));
        assertThat(karen.get(list).body()).contains("Amina Farah");
        hers.post(own + "/tick", "guide", second, "done", "true");
        assertThat(hers.get(own).body()).contains(Words.of("library.own.finished"));
        hers.post(own + "/tick", "guide", second, "done", "false");
        assertThat(hers.get(own).body()).doesNotContain(Words.of("library.own.finished"));
        assertThat(browsing.as(people.carer("Bea")).get(own).status()).isEqualTo(404);
    }

    @Test
    void whatCannotBeSentSaysWhy() {
        String empty = aList("Nothing on it");
        assertThat(karen.post(empty + "/send", "person", "Amina F").body())
                .contains(Words.of("library.lists.refused.empty"));
        String list = aList("Something on it", guides.aGuideFor(Audience.CARERS));
        assertThat(karen.post(list + "/send", "person", "Helen").body())
                .contains(Words.of("library.lists.refused.notACarer"));
        assertThat(karen.post(list + "/send", "person", "Zebedee").body())
                .contains(Words.of("library.lists.refused.nobodySuch"));
        Page gone = helen.post(list + "/add", "guide", "never-was");
        assertThat(gone.status()).isEqualTo(409);
        assertThat(gone.body()).contains(Words.of("library.lists.refused.noSuchGuide"));
        helen.post(list + "/retire");
        assertThat(karen.post(list + "/send", "person", "Amina F").body())
                .contains(Words.of("library.lists.refused.retired"));
    }

    @Test
    void aGuideIsKeptAndLetGo() {
        Session hers = browsing.as(people.carer("Tess"));
        String guide = guides.aGuideFor(Audience.CARERS);
        assertThat(hers.get("/library/" + guide).body()).contains(">" + Words.of("library.keep") + "<");
        assertThat(hers.post("/library/" + guide + "/keep").location()).isEqualTo("/library/" + guide + "?done=kept");
        hers.post("/library/" + guide + "/keep");
        assertThat(hers.get("/library/lists/own").body()).containsOnlyOnce("href=\"/library/" + guide + "\"");
        assertThat(hers.get("/library/" + guide).body()).contains(">" + Words.of("library.letGo") + "<");
        hers.post("/library/" + guide + "/let-go");
        assertThat(hers.get("/library/lists/own").body()).doesNotContain(guide);
        assertThat(hers.post("/library/" + guides.aGuideFor(Audience.STAFF) + "/keep")
                        .status())
                .isEqualTo(404);
        assertThat(browsing.signedOut()
                        .get("/library/" + guides.aGuideFor(Audience.PUBLIC))
                        .body())
                .doesNotContain(">" + Words.of("library.keep") + "<");
    }
}
