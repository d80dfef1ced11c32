package hub.forum.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.forum.threads.ImportThreads;
import hub.forum.threads.ImportThreads.OldPost;
import hub.forum.threads.ImportThreads.OldThread;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.TestClock;
import hub.testkit.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody worries about a child, and is heard. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConcernsIT {
    private static final String TOLD = "/notifications";

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    GroupMaker making;

    @Autowired
    ImportThreads threads;

    @Autowired
    ConcernStore store;

    @Autowired
    TestClock clock;

    Account lena;
    Session amina;
    Session yvonne;
    Session administrator;
    Group board;

    @BeforeAll
    void everybody() {
        amina = browsing.as(people.carer("Amina"));
        yvonne = browsing.as(people.with("Yvonne", Role.SAFEGUARDING_LEAD));
        lena = people.with("Lena", Role.CARER, Role.SAFEGUARDING_LEAD);
        administrator = browsing.as(people.with("Ada", Role.ADMINISTRATOR, Role.MODERATOR));
        board = making.aBoard("Everyday caring").there();
    }

    @Test
    void aWorryIsReadAndWhoeverRaisedItSeesSo() {
        Page raised = raise("A mark on the arm", "");
        String path = raised.location();
        assertThat(amina.get(path).body()).contains("A mark on the arm", Words.of("concerns.next"));
        assertThat(administrator.get(path).status()).isEqualTo(404);
        assertThat(administrator.get("/concerns").body()).doesNotContain(path);
        String waits = Words.of("concerns.waits.notice.say", reference(path));
        await().untilAsserted(() -> assertThat(yvonne.get(TOLD).body()).contains(waits));
        assertThat(yvonne.get("/concerns").body()).contains(path, "Amina");

        assertThat(yvonne.post(path + "/acknowledge").status()).isEqualTo(303);
        await().untilAsserted(() -> assertThat(amina.get(TOLD).body())
                .contains(Words.of("concerns.answered.notice.say.acknowledged", reference(path))));
        assertThat(yvonne.get(TOLD).body()).doesNotContain(waits);

        assertThat(yvonne.post(path + "/done", "words", "").body()).contains(Words.of("concerns.done.missing"));
        assertThat(yvonne.post(path + "/done", "words", "Rang the school").status())
                .isEqualTo(303);
        assertThat(yvonne.post(path + "/done", "words", "Once more").status()).isEqualTo(409);
        assertThat(amina.get(path).body())
                .contains(Words.of("concerns.finished.own"))
                .doesNotContain("Rang the school", "Yvonne");
        assertThat(yvonne.get(path).body()).contains("Rang the school", "Yvonne");
        assertThat(administrator.get("/audit?act=concerns.finish").body())
                .contains(reference(path))
                .doesNotContain("Rang the school", "A mark on the arm", "Amina");
        assertThat(yvonne.get("/concerns/list.csv").body())
                .contains(reference(path))
                .doesNotContain("A mark on the arm", "Amina");
    }

    @Test
    void whatNobodyHasReadIsRaisedAgain() {
        String path = raise("Somebody at the gate", "").location();
        clock.forward(Duration.ofMinutes(31));
        await().untilAsserted(() -> assertThat(stored(path).reminders()).isPositive());
        yvonne.post(path + "/acknowledge");
        int reminders = stored(path).reminders();
        clock.forward(Duration.ofHours(2));
        assertThat(stored(path).reminders()).isEqualTo(reminders);
    }

    @Test
    void nobodySeesOneThatIsAboutWhatTheyWrote() {
        threads.add(new OldThread(
                        "old/bedtimes",
                        board.id(),
                        "Bedtimes",
                        false,
                        null,
                        "",
                        List.of(new OldPost(null, lena.id(), Instant.now(), "What I do at night"))))
                .block();
        String thread =
                amina.get(board.path()).body().replaceAll("(?s).*?href=\"(/threads/[^\"?]+)\">Bedtimes.*", "$1");
        String post = amina.get(thread).body().replaceAll("(?s).*?id=\"post-([0-9a-z]+)\".*", "$1");
        assertThat(amina.get("/concerns/new?post=" + post).body()).contains("What I do at night");
        String path = raise("This frightens me", post).location();

        assertThat(yvonne.get(path).body()).contains("This frightens me", "What I do at night", "Lena");
        Session author = browsing.as(lena);
        assertThat(author.get(path).status()).isEqualTo(404);
        assertThat(author.post(path + "/acknowledge").status()).isEqualTo(404);
        assertThat(author.get("/concerns").body()).doesNotContain(path, reference(path));
        assertThat(author.get("/concerns/list.csv").body()).doesNotContain(reference(path));
        await().untilAsserted(() -> assertThat(yvonne.get(TOLD).body()).contains(reference(path)));
        assertThat(author.get(TOLD).body()).doesNotContain(reference(path));
        assertThat(author.get("/search?q=frightens").body()).doesNotContain(path);
    }

    @Test
    void twoTapsAreOneWorryAndWhatIsWrongIsSaid() {
        String key = amina.get("/concerns/new").formKey();
        Page first = amina.post("/concerns/new", "text", "Twice", "formKey", key);
        assertThat(amina.post("/concerns/new", "text", "Twice", "formKey", key).location())
                .isEqualTo(first.location());
        Page empty = amina.post("/concerns/new", "text", " ", "phone", "01632 960123");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body()).contains(Words.of("concerns.text.missing"), "01632 960123");
        assertThat(amina.post("/concerns/new", "text", "About no post", "post", "nosuchpost")
                        .status())
                .isEqualTo(404);
    }

    private Page raise(String text, String post) {
        return amina.post(
                "/concerns/new",
                "text",
                text,
                "post",
                post,
                "formKey",
                amina.get("/concerns/new").formKey());
    }

    private Concern stored(String path) {
        return store.toChange(path.substring(path.lastIndexOf('/') + 1)).block();
    }

    private String reference(String path) {
        return stored(path).reference();
    }
}
