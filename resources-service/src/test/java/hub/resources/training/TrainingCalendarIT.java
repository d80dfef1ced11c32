package hub.resources.training;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.calendar.FeedSecret;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.resources.Desk;
import hub.resources.ResourcesIT;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.People;
import hub.testkit.Words;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Training in everybody's own calendar, which whoever knows its address reads and which shows what its owner may know now. */
@ResourcesIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingCalendarIT {
    private static final LocalDate SOON = LocalDate.now().plusDays(30);

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    Browsing browsing;

    Desk desk;
    Account administrator;

    @BeforeAll
    void trainingForEverybody() {
        desk = new Desk(browsing.as(people.with("Helen", Role.STAFF_EDITOR)));
        administrator = people.with("Ada", Role.ADMINISTRATOR);
        for (String audience : new String[] {"public", "carers", "kinship", "staff"}) {
            publishes(audience, "For " + audience, SOON);
        }
        publishes("public", "Long over", LocalDate.of(2020, 1, 4));
    }

    @Test
    void aCalendarHasWhatItsOwnerMayRead() {
        assertThat(read(feedOf(people.carer("Amina"))).body())
                .contains("SUMMARY:For public", "SUMMARY:For carers")
                .doesNotContain("For kinship", "For staff", "Long over");
        assertThat(read(feedOf(people.with("Moira", Role.MODERATOR))).body()).contains("SUMMARY:For staff");
    }

    @Test
    void rightsAreAskedAgainAtEveryReading() {
        Account joe = people.with("Joe", Role.CARER, Role.KINSHIP_CARER);
        String feed = feedOf(joe);
        assertThat(read(feed).body()).contains("For kinship");
        accounts.describe(joe.id(), "Joe", "home-of-joe", "", Set.of(Role.CARER), asAdministrator())
                .block();
        assertThat(read(feed).body()).contains("For carers").doesNotContain("For kinship");
        accounts.suspend(joe.id(), asAdministrator()).block();
        assertThat(read(feed).status()).isEqualTo(404);
    }

    @Test
    void anUnchangedCalendarIsNotSentAgain() {
        String feed = feedOf(people.carer("Ruth"));
        Page first = read(feed);
        assertThat(first.headers().get("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        String tag = first.headers().get("ETag");
        assertThat(unlessIs(feed, tag)).isEqualTo(304);
        publishes("carers", "Something more", SOON.plusDays(1));
        assertThat(unlessIs(feed, tag)).isEqualTo(200);
    }

    @Test
    void aCorrectionRaisesTheSequenceUnderTheSameNameAndWhatIsPutAwayIsGone() {
        String feed = feedOf(people.carer("Dawn"));
        String path = publishes("carers", "Moves about", SOON.plusDays(2));
        String id = Desk.id(path);
        assertThat(eventOf(id, feed)).contains("SEQUENCE:0");
        Page form = desk.editor().get("/news/" + id + "/edit");
        String[] fields = fields("carers", "Moves about", SOON.plusDays(3));
        Page sent = desk.editor()
                .post(
                        "/news/" + id + "/edit",
                        Desk.and(fields, "version", Desk.version(form), "what", "A day later", "act", "correct"));
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        assertThat(eventOf(id, feed))
                .contains("SEQUENCE:1", SOON.plusDays(3).toString().replace("-", "") + "T100000");
        desk.editor().post("/news/" + id + "/archive");
        assertThat(read(feed).body()).doesNotContain(id);
        assertThat(browsing.signedOut().get("/training/" + id + "/calendar.ics").status())
                .isEqualTo(404);
    }

    @Test
    void anAddressIsMadeAnewAndStopped() {
        Account gwen = people.carer("Gwen");
        String first = feedOf(gwen);
        String second = feedOf(gwen);
        assertThat(read(first).status()).isEqualTo(404);
        assertThat(read(second).status()).isEqualTo(200);
        Session session = browsing.as(gwen);
        assertThat(session.get("/calendar").body())
                .contains(Words.of("calendar.renew"))
                .doesNotContain(second);
        assertThat(session.post("/calendar/stop").location()).isEqualTo("/calendar?done=stopped");
        assertThat(session.get("/calendar?done=stopped").body())
                .contains(Words.of("calendar.stopped"), Words.of("calendar.make"));
        assertThat(read(second).status()).isEqualTo(404);
    }

    @Test
    void twoTapsMakeOneAddress() {
        Session session = browsing.as(people.carer("Bea"));
        String secret = FeedSecret.fresh();
        String shown = session.post("/calendar", "secret", secret).body();
        assertThat(session.post("/calendar", "secret", secret).body()).contains("/calendar/feeds/" + secret);
        assertThat(shown).contains("/calendar/feeds/" + secret + "/calendar.ics", "<path fill=\"#000\"");
        assertThat(read("/calendar/feeds/" + secret + "/calendar.ics").status()).isEqualTo(200);
    }

    @Test
    void nobodyTakesTheAddressOfSomebodyElse() {
        String secret = FeedSecret.fresh();
        browsing.as(people.carer("Cora")).post("/calendar", "secret", secret);
        assertThat(browsing.as(people.carer("Mallory"))
                        .post("/calendar", "secret", secret)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatIsNoAddressIsNotThere() {
        for (String feed : new String[] {"nosuch", FeedSecret.fresh(), "a".repeat(500)}) {
            assertThat(read("/calendar/feeds/" + feed + "/calendar.ics").status())
                    .isEqualTo(404);
            assertThat(read("/calendar/feeds/" + feed + "/entries").status()).isEqualTo(404);
        }
    }

    private Viewer asAdministrator() {
        return accounts.viewer(administrator.id()).block();
    }

    /** Made by its owner through the page. */
    private String feedOf(Account account) {
        Session session = browsing.as(account);
        String form = session.get("/calendar").body();
        String secret = form.replaceFirst("(?s).*name=\"secret\" value=\"([^\"]*)\".*", "$1");
        Page made = session.post("/calendar", "secret", secret);
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        return "/calendar/feeds/" + secret + "/calendar.ics";
    }

    private Page read(String feed) {
        return browsing.signedOut().getAs("*/*", feed);
    }

    private int unlessIs(String feed, String tag) {
        return browsing.signedOut()
                .client()
                .get()
                .uri(feed)
                .header("If-None-Match", tag)
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private String eventOf(String id, String feed) {
        return Arrays.stream(read(feed).body().split("BEGIN:VEVENT"))
                .filter(event -> event.contains(id))
                .findFirst()
                .orElseThrow();
    }

    private String publishes(String audience, String title, LocalDate day) {
        Page sent = desk.send("training-notice", "publish", fields(audience, title, day));
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        return sent.location().replaceFirst("[?].*", "");
    }

    private static String[] fields(String audience, String title, LocalDate day) {
        String[] fields = Desk.fields("training-notice", audience, title);
        fields[Arrays.asList(fields).indexOf("date") + 1] = day.toString();
        return fields;
    }
}
