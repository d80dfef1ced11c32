package hub.forum.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Who is told what: on the page, beside "Me", and in a letter that says nothing to whoever looks over the shoulder. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationsIT {
    private static final String PAGE = "/notifications";
    private static final Pattern LETTER = Pattern.compile("/mail/box/[0-9a-z]{12}");
    private static final Pattern STOP = Pattern.compile("/mail/stop/[A-Za-z0-9.~_-]+");

    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    GroupMaker making;

    @Autowired
    TestClock clock;

    @Autowired
    ReactiveMongoTemplate mongo;

    Account amina;
    Account joe;
    Account gwen;
    Account moderator;

    @BeforeAll
    void somePeople() {
        amina = people.carer("Amina");
        joe = people.carer("Joe");
        gwen = people.carer("Gwen");
        moderator = people.with("Mo", Role.MODERATOR);
    }

    @Test
    void whoIsAnsweredIsToldUntilTheyHaveSeenIt() {
        Account asker = people.carer("Asker");
        Group group = groupOf(asker);
        String path = start(asker, group, "Bedtimes");
        reply(asker, path, "I add something");
        reply(joe, path, "Ours too");
        Session asks = browsing.as(asker);
        await().untilAsserted(() ->
                assertThat(asks.get(PAGE).body()).contains(Words.of("threads.reply.notice.say", "Joe", "Bedtimes")));
        assertThat(asks.get("/library").status()).isNotEqualTo(500);
        assertThat(asks.get("/groups").body()).contains(Words.of("parts.nav.waiting", 1));
        assertThat(browsing.as(joe).get(PAGE).body()).doesNotContain("Bedtimes");
        Page opened = asks.get(link(asks.get(PAGE)));
        assertThat(opened.status()).isEqualTo(303);
        assertThat(opened.location()).startsWith("/threads/");
        assertThat(asks.get("/groups").body()).doesNotContain(Words.of("parts.nav.waiting", 1));
    }

    @Test
    void severalRepliesToOneConversationStandTogetherAndAreSeenTogether() {
        Account asker = people.carer("Several");
        Group group = groupOf(asker);
        String path = start(asker, group, "School runs");
        reply(joe, path, "One");
        reply(joe, path, "Two");
        reply(gwen, path, "Three");
        Session asks = browsing.as(asker);
        await().untilAsserted(() -> assertThat(asks.get(PAGE).body())
                .contains(Words.of("notifications.more", 2), Words.of("parts.nav.waiting", 3)));
        String newest = field(asks.get(PAGE), "newest");
        assertThat(asks.post(PAGE + "/seen", "newest", newest).location()).isEqualTo(PAGE);
        assertThat(asks.get(PAGE).body()).doesNotContain("govuk-tag--yellow", Words.of("notifications.seen"));
    }

    @Test
    void whoLeftIsToldNothingAndNothingIsSent() {
        Account leaver = people.carer("Leaver");
        Group group = groupOf(leaver);
        String path = start(leaver, group, "Packing");
        reply(joe, path, "Mind the socks");
        Session leaves = browsing.as(leaver);
        await().untilAsserted(
                        () -> assertThat(leaves.get("/groups").body()).contains(Words.of("parts.nav.waiting", 1)));
        leaves.post("/groups/" + group.id() + "/leave");
        await().untilAsserted(() ->
                assertThat(leaves.get("/groups").body()).doesNotContain(Words.of("parts.nav.waiting", 1)));
        assertThat(leaves.get(PAGE).body()).contains(Words.of("notifications.none"));
        Account beside = people.carer("Beside");
        reply(joe, start(beside, groupOf(beside), "Beside"), "Yes");
        await().untilAsserted(() ->
                assertThat(browsing.as(beside).get("/groups").body()).contains(Words.of("parts.nav.waiting", 1)));
        clock.forward(Duration.ofHours(25));
        await().untilAsserted(() ->
                assertThat(LETTER.matcher(box(browsing.as(beside))).find()).isTrue());
        assertThat(LETTER.matcher(box(leaves)).find()).isFalse();
    }

    @Test
    void aHiddenPostIsWithdrawnAndItsAuthorIsTold() {
        Account asker = people.carer("Cautious");
        Account author = people.carer("Author");
        Group group = groupOf(asker, author);
        String path = start(asker, group, "Contact");
        String post = reply(author, path, "Too much about somebody");
        Session asks = browsing.as(asker);
        await().untilAsserted(() -> assertThat(asks.get("/groups").body()).contains(Words.of("parts.nav.waiting", 1)));
        Page hidden = browsing.as(gwen)
                .post("/threads/" + path.split("/")[2] + "/posts/" + post + "/hide", "reason", "It names a school");
        assertThat(hidden.status()).isEqualTo(303);
        await().untilAsserted(
                        () -> assertThat(asks.get("/groups").body()).doesNotContain(Words.of("parts.nav.waiting", 1)));
        assertThat(browsing.as(author).get(PAGE).body()).contains(Words.of("threads.hidden.notice.say", "Contact"));
    }

    @Test
    void whatMayNotBeKnownForAWhileIsThereAgainAfterwards() {
        Account asker = people.carer("Patient");
        Group group = groupOf(asker);
        reply(joe, start(asker, group, "Swimming"), "Saturdays");
        Session asks = browsing.as(asker);
        String said = Words.of("threads.reply.notice.say", "Joe", "Swimming");
        await().untilAsserted(() -> assertThat(asks.get(PAGE).body()).contains(said));
        mongo.updateFirst(Query.query(where("_id").is(group.id())), new Update().inc("agreement.version", 1), "groups")
                .block();
        await().untilAsserted(() -> assertThat(asks.get(PAGE).body()).doesNotContain(said));
        assertThat(asks.get("/groups").body()).doesNotContain(Words.of("parts.nav.waiting", 1));
        String version = Integer.toString(group.agreementVersion() + 1);
        assertThat(asks.post("/groups/" + group.id() + "/agreement", "version", version, "agreed", "true")
                        .status())
                .isEqualTo(303);
        await().untilAsserted(() -> assertThat(asks.get(PAGE).body()).contains(said));
    }

    @Test
    void theLetterSaysWhatWaitsAndNothingThatWasSaid() {
        Account asker = people.carer("Penelope");
        reply(joe, start(asker, groupOf(asker), "Sleepwalking"), "Lock the door");
        Session asks = browsing.as(asker);
        await().untilAsserted(() -> assertThat(asks.get("/groups").body()).contains(Words.of("parts.nav.waiting", 1)));
        assertThat(LETTER.matcher(box(asks)).find()).isFalse();
        clock.forward(Duration.ofHours(25));
        await().untilAsserted(() -> assertThat(LETTER.matcher(box(asks)).find()).isTrue());
        String address = first(LETTER, box(asks));
        for (String letter : new String[] {
            asks.get(address).body(), asks.get(address + "/looks").body()
        }) {
            assertThat(letter)
                    .contains("Penelope", Words.of("threads.reply.notice.mail", 1))
                    .doesNotContain("Joe", "Sleepwalking", "Lock the door", "Alder");
        }
        assertThat(asks.get(address + "/looks").headers().get("Content-Security-Policy"))
                .contains("default-src 'none'");
        assertThat(browsing.as(joe).get(address).status()).isEqualTo(404);
        assertThat(browsing.as(joe).get(address + "/looks").status()).isEqualTo(404);
        String stop = first(STOP, asks.get(address).body());
        Session nobody = browsing.signedOut();
        assertThat(nobody.get(stop).body()).contains(Words.of("mail.stop.ask"));
        assertThat(asks.get(PAGE + "/choices").body()).contains("threads.reply daily\" selected");
        assertThat(browsing.asWithoutToken(joe).post(stop).body()).contains(Words.of("mail.stop.done"));
        assertThat(asks.get(PAGE + "/choices").body()).contains("threads.reply never\" selected");
        assertThat(nobody.get(stop.substring(0, stop.length() - 2) + "xx").status())
                .isEqualTo(404);
    }

    @Test
    void everybodyChoosesWhatTheyAreEmailedAbout() {
        Session chooses = browsing.as(people.carer("Chooser"));
        String choices = PAGE + "/choices";
        assertThat(chooses.post(choices, "mail", "threads.reply weekly", "from", "22:00", "until", "06:00")
                        .location())
                .isEqualTo(choices + "?saved=yes");
        assertThat(chooses.get(choices + "?saved=yes").body())
                .contains(Words.of("notifications.choices.saved"), "threads.reply weekly\" selected");
        Page wrong = chooses.post(choices, "mail", "threads.reply daily", "from", "25:00", "until", "06:00");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains(Words.of("notifications.quiet.missing"), "threads.reply daily\" selected");
    }

    @Test
    void whoDecidesIsToldThatSomebodyAsksAndWhoAsksWhatWasDecided() {
        Account lead = people.carer("Lead");
        Account asker = people.carer("Hopeful");
        Group closed = making.aClosedGroup("Grandparents").facilitatedBy(lead).there();
        browsing.as(asker).post("/groups/" + closed.id() + "/ask", "words", "Please", "formKey", "ask-1");
        Session decides = browsing.as(lead);
        await().untilAsserted(() ->
                assertThat(decides.get(PAGE).body()).contains(Words.of("groups.asked.notice.say", "Grandparents")));
        String people = decides.get("/groups/" + closed.id() + "/people").body();
        String accept = first(Pattern.compile("/groups/" + closed.id() + "/requests/[0-9a-z]+/accept"), people);
        decides.post(accept);
        await().untilAsserted(() -> assertThat(browsing.as(asker).get(PAGE).body())
                .contains(Words.of("groups.decided.notice.accepted", "Grandparents")));
        assertThat(decides.get(PAGE).body()).doesNotContain(Words.of("groups.asked.notice.say", "Grandparents"));
    }

    @Test
    void whoReportedLearnsWhatCameOfIt() {
        Account reporter = people.carer("Reporter");
        String post = reply(joe, start(amina, groupOf(amina, reporter), "Unkind"), "Rude words");
        browsing.as(reporter).post("/moderation/report", "post", post, "reason", "unkind", "words", "");
        Session decides = browsing.as(gwen);
        String report = first(
                Pattern.compile("/moderation/reports/[0-9a-z]{12}"),
                decides.get("/moderation").body());
        decides.post(report + "/take");
        decides.post(report + "/decide", "outcome", "hidden", "note", "It was rude");
        Session told = browsing.as(reporter);
        await().untilAsserted(() -> assertThat(told.get(PAGE).body()).containsPattern("/notifications/[0-9a-z]{12}"));
        String answered = told.get(link(told.get(PAGE))).location();
        assertThat(told.get(answered).body()).contains(Words.of("moderation.answered.hidden"));
        assertThat(browsing.as(joe).get(answered).status()).isEqualTo(404);
        assertThat(browsing.as(moderator).get(answered).status()).isEqualTo(404);
    }

    /** A hidden group of these, Joe, and Gwen, who looks after it. */
    private Group groupOf(Account... some) {
        return making.aHiddenGroup("Alder")
                .withMembers(some)
                .withMembers(joe)
                .facilitatedBy(gwen)
                .there();
    }

    private String start(Account by, Group group, String title) {
        Session writes = browsing.as(by);
        String key = writes.get("/threads/new?group=" + group.id()).formKey();
        return writes.post("/threads", "group", group.id(), "title", title, "text", "Well?", "formKey", key)
                .location();
    }

    /** The id of the reply. */
    private String reply(Account by, String path, String text) {
        Page answer = browsing.as(by).post("/threads/" + path.split("/")[2] + "/posts", "text", text, "formKey", text);
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        return answer.location().substring(answer.location().lastIndexOf("post-") + "post-".length());
    }

    private static String box(Session session) {
        return session.get("/mail/box").body();
    }

    private static String link(Page page) {
        return first(Pattern.compile("/notifications/[0-9a-z]{12}"), page.body());
    }

    private static String field(Page page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group();
    }
}
