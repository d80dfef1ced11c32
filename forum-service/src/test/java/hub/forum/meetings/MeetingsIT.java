package hub.forum.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.forum.places.PlaceMaker;
import hub.platform.calendar.FeedSecret;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.platform.identity.Supervisions;
import hub.platform.places.FamilyHub;
import hub.platform.time.Times;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.TestClock;
import hub.testkit.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;

/** A facilitator arranges meetings; members answer and are told. The clock is put forward last. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MeetingsIT {
    private static final String TOLD = "/notifications";

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    GroupMaker making;

    @Autowired
    MeetingMaker meetings;

    @Autowired
    PlaceMaker placing;

    @Autowired
    Supervisions supervisions;

    @Autowired
    TestClock clock;

    private Account amina;
    private Account joe;
    private Account gwen;
    private Account ada;
    private Group group;
    private FamilyHub hub;

    @BeforeAll
    void aGroup() {
        amina = people.carer("Amina");
        joe = people.carer("Joe");
        gwen = people.carer("Gwen");
        ada = people.with("Ada", Role.ADMINISTRATOR);
        hub = placing.aHub("Northgate Family Hub");
        group = making.aClosedGroup("Grandparents")
                .withMembers(amina, joe)
                .facilitatedBy(gwen)
                .there();
    }

    @Test
    @Order(1)
    void aMeetingIsMadeOnceAndSeenByMembersWhenItIsPublished() {
        Session leads = browsing.as(gwen);
        String in = "/meetings/in/" + group.id();
        String key = leads.get(in + "/new").formKey();
        Page draft = send(leads, in + "/new", key, "title", "Tea at Northgate", "act", "draft");
        assertThat(draft.status()).as(draft.body()).isEqualTo(303);
        String path = draft.location().replaceFirst("\\?.*", "");
        assertThat(browsing.as(amina).get(path).status()).isEqualTo(404);
        assertThat(send(leads, in + "/new", key, "title", "Tea at Northgate", "act", "publish")
                        .location())
                .isEqualTo(path + "?done=published");
        assertThat(browsing.as(amina).get(path).body())
                .contains(
                        "Tea at Northgate", "Northgate Family Hub", "tel:01632960180", Words.of("places.stepFree.all"));
        assertThat(browsing.as(amina).get(in).body()).containsOnlyOnce("<strong>Tea at Northgate</strong>");
        assertThat(browsing.as(amina).get("/").body()).contains("Tea at Northgate", Words.of("meetings.dates.title"));
        assertThat(browsing.as(amina).get("/meetings").body()).contains("Tea at Northgate");
        assertThat(browsing.as(amina).get(path + "/meeting.ics").body())
                .contains("SUMMARY:Tea at Northgate", "TZID=Europe/London");
    }

    @Test
    @Order(2)
    void whatIsWrongIsSaidBesideItsFieldAndWhatWasTypedIsKept() {
        Page page = send(
                browsing.as(gwen),
                "/meetings/in/" + group.id() + "/new",
                "",
                "title",
                "T",
                "date",
                "someday",
                "hub",
                "",
                "phone",
                "ring me",
                "places",
                "many",
                "online",
                "http://x");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        Words.of("meetings.form.title.length"),
                        Words.of("parts.date.unclear"),
                        Words.of("meetings.form.hub.missing"),
                        Words.of("meetings.form.phone.wrong"),
                        Words.of("meetings.form.places.wrong"),
                        Words.of("meetings.form.online.wrong"),
                        "value=\"someday\"",
                        "value=\"ring me\"");
        assertThat(send(
                                browsing.as(gwen),
                                "/meetings/in/" + group.id() + "/new",
                                "",
                                "date",
                                "3 May 2020",
                                "act",
                                "publish")
                        .status())
                .isEqualTo(422);
    }

    @Test
    @Order(3)
    void whoAnsweredIsToldWhatChangedInALineAndWhyItIsOff() {
        Meeting meeting = meetings.of(group).called("Moving tea").there();
        Session comes = browsing.as(amina);
        assertThat(comes.post(meeting.path() + "/reply", "answer", "going", "adults", "2", "children", "1")
                        .location())
                .isEqualTo(meeting.path() + "?done=going");
        assertThat(browsing.as(joe).get(meeting.path()).body())
                .contains("Amina", Words.of("meetings.who.summary", 3, "2 adults and 1 child"));
        String was = Times.time(meeting.details().wallStart().time());
        Page changed = send(
                browsing.as(gwen),
                meeting.path() + "/edit",
                "",
                "title",
                "Moving tea",
                "date",
                Times.inFull(meeting.details().wallStart().date()),
                "hub",
                meeting.details().hub(),
                "starts",
                "4.45pm",
                "ends",
                "6pm",
                "version",
                "2");
        assertThat(changed.status()).as(changed.body()).isEqualTo(303);
        String line = Words.of("meetings.difference.start", "4.45pm", was);
        assertThat(comes.get(meeting.path()).body()).contains(line);
        await().untilAsserted(() -> assertThat(comes.get(TOLD).body()).contains("Moving tea: " + line));
        assertThat(browsing.as(joe).get(TOLD).body()).doesNotContain("Moving tea");
        Session leads = browsing.as(gwen);
        assertThat(leads.post(meeting.path() + "/cancel", "reason", "").status())
                .isEqualTo(422);
        assertThat(leads.post(meeting.path() + "/cancel", "reason", "The heating broke")
                        .status())
                .isEqualTo(303);
        assertThat(comes.get(meeting.path()).body())
                .contains("The heating broke", Words.of("meetings.cancelled"))
                .doesNotContain(Words.of("meetings.reply.going"));
        await().untilAsserted(() ->
                assertThat(comes.get(TOLD).body()).contains(Words.partOf("meetings.cancelled.notice.say")));
        assertThat(comes.get(meeting.path() + "/meeting.ics").body()).contains("STATUS:CANCELLED", "SEQUENCE:2");
        assertThat(comes.post(meeting.path() + "/reply", "answer", "no").status())
                .isEqualTo(409);
    }

    @Test
    @Order(4)
    void anAnswerForSomebodyElseIsAuditedAndTheyAreTold() {
        Meeting meeting = meetings.of(group).called("Phone tea").there();
        assertThat(browsing.as(gwen)
                        .post(meeting.path() + "/for", "account", "joe", "answer", "going", "adults", "1")
                        .status())
                .isEqualTo(303);
        await().untilAsserted(() -> assertThat(browsing.as(joe).get(TOLD).body())
                .contains(Words.partOf("meetings.forYou.notice.say").strip(), "Phone tea"));
        assertThat(browsing.as(ada).get("/audit?act=meetings.answerFor").body())
                .contains("Gwen", "Joe", Words.of("audit.act.meetings.answerFor"));
        Account stranger = people.carer("Stranger");
        assertThat(browsing.as(gwen)
                        .post(meeting.path() + "/for", "account", stranger.id(), "answer", "going", "adults", "1")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Order(4)
    void aSocialWorkerAnswersForThoseWhomTheySupervise() {
        Account ssw = people.with("Karen", Role.SUPERVISING_SOCIAL_WORKER);
        supervisions.put(amina.household(), ssw.id()).block(Duration.ofSeconds(10));
        Group cluster = making.aCluster("Northgate").facilitatedBy(gwen).there();
        Meeting meeting = meetings.of(cluster).called("Northgate coffee").there();
        Session karen = browsing.as(ssw);
        assertThat(karen.get(meeting.path()).body()).contains(meeting.path() + "/for");
        assertThat(karen.get(meeting.path() + "/for?q=Am").body()).contains("value=\"amina\"");
        assertThat(karen.get(meeting.path() + "/for?q=Jo").body())
                .contains(Words.of("meetings.behalf.none"))
                .doesNotContain("value=\"joe\"");
        assertThat(karen.post(meeting.path() + "/for", "account", "joe", "answer", "going", "adults", "1")
                        .status())
                .isEqualTo(404);
        assertThat(karen.post(meeting.path() + "/for", "account", "amina", "answer", "going", "adults", "1")
                        .status())
                .isEqualTo(303);
        await().untilAsserted(
                        () -> assertThat(browsing.as(amina).get(TOLD).body()).contains("Northgate coffee"));
        Meeting ofMembers = meetings.of(group).called("Members only").there();
        assertThat(karen.get(ofMembers.path() + "/for").status()).isEqualTo(404);
        assertThat(karen.post(ofMembers.path() + "/for", "account", "amina", "answer", "going", "adults", "1")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Order(5)
    void whoLeavesTheGroupGivesTheirPlaceToTheNext() {
        Account leaver = people.carer("Leaver");
        Account next = people.carer("Next");
        Group small = making.aHiddenGroup("Small")
                .withMembers(leaver, next)
                .facilitatedBy(gwen)
                .there();
        Meeting meeting = meetings.of(small).called("Small tea").withPlaces(1).there();
        browsing.as(leaver).post(meeting.path() + "/reply", "answer", "going", "adults", "1");
        assertThat(browsing.as(next)
                        .post(meeting.path() + "/reply", "answer", "going", "adults", "1")
                        .location())
                .isEqualTo(meeting.path() + "?done=waiting");
        Session feed = browsing.signedOut();
        String secret = FeedSecret.fresh();
        browsing.as(leaver).post("/calendar", "secret", secret);
        String address = "/calendar/feeds/" + secret + "/calendar.ics";
        assertThat(feed.get(address).body())
                .contains("SUMMARY:" + Words.of("meetings.calendar.hidden"), meeting.path())
                .doesNotContain("Small", "Elm Lane", "Toys");
        browsing.as(leaver).post("/groups/" + small.id() + "/leave");
        assertThat(feed.get(address).body()).doesNotContain(meeting.path());
        await().untilAsserted(() -> assertThat(browsing.as(next).get(TOLD).body())
                .contains(Words.partOf("meetings.place.notice.say"), "Small tea"));
        assertThat(browsing.as(next).get(meeting.path()).body()).contains(Words.of("meetings.answer.going"));
    }

    @Test
    @Order(5)
    void whoIsPausedGivesTheirPlaceToTheNext() {
        Account paused = people.carer("Paused");
        Account waits = people.carer("Waits");
        Group small =
                making.aClosedGroup("Paused group").withMembers(paused, waits).there();
        Meeting meeting = meetings.of(small).called("Paused tea").withPlaces(1).there();
        browsing.as(paused).post(meeting.path() + "/reply", "answer", "going", "adults", "1");
        browsing.as(waits).post(meeting.path() + "/reply", "answer", "going", "adults", "1");
        assertThat(browsing.as(ada).post("/accounts/paused/suspend").status()).isEqualTo(303);
        assertThat(browsing.as(waits).get(meeting.path()).body())
                .contains(Words.of("meetings.answer.going"))
                .doesNotContain("Paused</span>");
    }

    @Test
    @Order(6)
    void theMeetingOfAPublicClusterIsForEverybodyAndWhoComesForMembers() {
        Group cluster = making.aCluster("Riverside").withMembers(amina).there();
        Meeting meeting = meetings.of(cluster).called("Riverside morning").there();
        Session visitor = browsing.as(joe);
        assertThat(visitor.post(meeting.path() + "/reply", "answer", "going", "adults", "1")
                        .status())
                .isEqualTo(303);
        assertThat(visitor.get("/meetings").body()).contains("Riverside morning", Words.of("meetings.dates.elsewhere"));
        assertThat(visitor.get(meeting.path()).body())
                .contains(Words.of("meetings.answer.going"))
                .doesNotContain(Words.of("meetings.who"));
        assertThat(browsing.as(amina).get(meeting.path()).body()).contains("Joe", Words.of("meetings.who"));
    }

    @Test
    @Order(7)
    void whoComesIsRemindedAndWhoHasNotAnsweredIsAskedOnce() {
        Meeting meeting = meetings.of(group).called("Winter tea").in(6).there();
        browsing.as(amina)
                .post(meeting.path() + "/reply", "answer", "going", "adults", "1", "children", "0", "remind", "day");
        clock.forward(Duration.ofDays(1).plusHours(2));
        await().untilAsserted(() -> assertThat(browsing.as(joe).get(TOLD).body())
                .contains(Words.partOf("meetings.nudge.notice.say"), "Winter tea"));
        assertThat(browsing.as(amina).get(TOLD).body()).doesNotContain("Winter tea");
        browsing.as(joe).post(meeting.path() + "/reply", "answer", "no");
        assertThat(browsing.as(joe).get(TOLD).body()).doesNotContain("Winter tea");
        clock.forward(Duration.ofDays(4));
        await().untilAsserted(() -> assertThat(browsing.as(amina).get(TOLD).body())
                .contains(Words.partOf("meetings.reminder.notice.say"), "Winter tea"));
        clock.forward(Duration.ofDays(2));
        await().untilAsserted(() -> assertThat(browsing.as(amina)
                        .get("/meetings/in/" + group.id() + "/past")
                        .body())
                .contains("Winter tea"));
        assertThat(browsing.as(amina).get(meeting.path()).body()).contains(Words.of("meetings.over"));
    }

    /** The form of a meeting in a month, filled in, but for these fields. */
    private Page send(Session session, String path, String key, String... others) {
        List<String> fields = new ArrayList<>(List.of(others));
        List.of(
                        List.of("title", "Tea"),
                        List.of("date", Times.inFull(LocalDate.now(Times.LONDON).plusDays(30))),
                        List.of("starts", "10am"),
                        List.of("ends", "noon"),
                        List.of("hub", hub.id()),
                        List.of("children", "yes"),
                        List.of("phone", "01632 960180"),
                        List.of("version", "0"),
                        List.of("act", "publish"))
                .forEach(field -> {
                    if (!List.of(others).contains(field.getFirst())) {
                        fields.addAll(field);
                    }
                });
        fields.addAll(List.of("formKey", key));
        return session.post(path, fields.toArray(String[]::new));
    }
}
