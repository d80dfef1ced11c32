package hub.forum.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.forum.meetings.Meeting;
import hub.forum.meetings.MeetingMaker;
import hub.platform.identity.Account;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A kinship carer without an account finds where the next cluster meets, and says that she is coming. */
@HubIT
class ClustersIT {
    private static final Pattern LINK = Pattern.compile("/clusters/replies/[0-9a-z]{12}~[-_A-Za-z0-9]+");
    private static int number;

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    GroupMaker making;

    @Autowired
    MeetingMaker meetings;

    @Autowired
    GuestStore guests;

    @Autowired
    TestClock clock;

    private final Session stranger() {
        return browsing.signedOut();
    }

    private Account janet;
    private Group cluster;

    @BeforeEach
    void aCluster() {
        number++;
        janet = people.carer("Janet " + number);
        cluster = making.aCluster("Riverside " + number).facilitatedBy(janet).there();
    }

    @Test
    void sheFindsTheDateAndComesByALinkThatChangesNothingUntilSheSaysSo() {
        Meeting meeting =
                meetings.of(cluster).called("Riverside morning").withPlaces(3).there();
        String date = "/clusters/dates/" + meeting.id();
        assertThat(stranger().get("/clusters").body()).contains(cluster.name(), "Elm Lane Family Hub", date);
        Page page = stranger().get("/clusters/" + cluster.id());
        assertThat(page.body()).contains(Words.of("clusters.next"), date, "Toys on the floor", "tel:");
        assertThat(stranger().get(date).body())
                .contains(Words.of("clusters.reply"), "tel:01632960180", Words.of("places.stepFree.all"))
                .doesNotContain(Words.of("meetings.who"));
        Page wrong = stranger().post(date + "/reply", "name", "", "email", "ruth at home", "adults", "0");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains(
                        Words.of("clusters.reply.name.length"),
                        Words.of("clusters.reply.email.wrong"),
                        Words.of("meetings.reply.adults.wrong"),
                        "value=\"ruth at home\"");
        String link = link(stranger()
                .post(date + "/reply", "name", "Ruth", "email", "Ruth@Example.org", "adults", "1", "children", "1"));
        assertThat(stranger().get(link).body())
                .contains(Words.of("clusters.own.ask", "Ruth"), Words.of("clusters.own.people", "1 adult and 1 child"));
        Session host = browsing.as(janet);
        assertThat(host.get(meeting.path()).body()).doesNotContain("Ruth");
        assertThat(stranger().post(link + "/confirm").status()).isEqualTo(303);
        assertThat(stranger().post(link + "/confirm").status()).isEqualTo(303);
        assertThat(stranger().get(link).body()).contains(Words.of("clusters.own.going"));
        assertThat(host.get(meeting.path()).body())
                .contains("Ruth", Words.of("meetings.who.guest"), Words.of("meetings.free", 1, 3))
                .doesNotContain("example.org");
        assertThat(stranger().get(date).body()).doesNotContain("Ruth", Words.of("meetings.free", 1, 3));
        assertThat(stranger().post(link + "/erase").location()).isEqualTo("/clusters/erased");
        assertThat(stranger().get(link).status()).isEqualTo(404);
        assertThat(host.get(meeting.path()).body()).doesNotContain("Ruth").contains(Words.of("meetings.free", 3, 3));
        assertThat(guests.of(meeting.id()).collectList().block()).isEmpty();
    }

    @Test
    void aLinkThatWasChangedLeadsNowhereAndNobodysMailboxIsFilled() {
        Meeting meeting = meetings.of(cluster).there();
        String reply = "/clusters/dates/" + meeting.id() + "/reply";
        String[] form = {"name", "Ruth", "email", "filled@example.org", "adults", "1"};
        String link = link(stranger().post(reply, form));
        assertThat(stranger().get(link.substring(0, link.length() - 2) + "xx").status())
                .isEqualTo(404);
        assertThat(stranger().post(reply, form).status()).isEqualTo(200);
        assertThat(stranger().post(reply, form).status()).isEqualTo(200);
        Page enough = stranger().post(reply, form);
        assertThat(enough.status()).isEqualTo(409);
        assertThat(enough.body()).contains(Words.of("clusters.refused.letters"));
    }

    @Test
    void nobodyTakesAnAnswerOverByTypingItsAddress() {
        Meeting meeting = meetings.of(cluster).there();
        String reply = "/clusters/dates/" + meeting.id() + "/reply";
        String link = link(stranger().post(reply, "name", "Ruth", "email", "own@example.org", "adults", "2"));
        stranger().post(link + "/confirm");
        Page again = stranger().post(reply, "name", "Mallory", "email", "own@example.org", "adults", "9");
        assertThat(again.status()).isEqualTo(200);
        assertThat(LINK.matcher(again.body()).find()).isFalse();
        assertThat(stranger().get(link).body())
                .contains(Words.of("clusters.own.people", "2 adults"))
                .doesNotContain("Mallory");
    }

    @Test
    void whatSheLeftIsErasedWhenTheMeetingIsOver() {
        Meeting meeting = meetings.of(cluster).in(1).there();
        String reply = "/clusters/dates/" + meeting.id() + "/reply";
        String link = link(stranger().post(reply, "name", "Ruthanne", "email", "over@example.org", "adults", "1"));
        stranger().post(link + "/confirm");
        stranger().post(reply, "name", "Unsure", "email", "unsure@example.org", "adults", "1");
        assertThat(browsing.as(janet).get(meeting.path()).body()).contains("Ruthanne");
        clock.forward(Duration.ofDays(2));
        await().untilAsserted(() ->
                assertThat(guests.of(meeting.id()).collectList().block()).isEmpty());
        assertThat(stranger().get(link).status()).isEqualTo(404);
        assertThat(browsing.as(janet).get(meeting.path()).body())
                .doesNotContain("Ruthanne")
                .contains(Words.of("meetings.who.guest"));
    }

    private static String link(Page page) {
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        Matcher link = LINK.matcher(page.body());
        assertThat(link.find()).as(page.body()).isTrue();
        return link.group();
    }
}
