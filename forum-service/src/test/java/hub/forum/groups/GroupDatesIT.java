package hub.forum.groups;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.calendar.FeedSecret;
import hub.platform.identity.Account;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A calendar names no group to whoever has left it, however long they have had its address. */
@HubIT
class GroupDatesIT {
    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    GroupMaker making;

    @Test
    void whoLeavesAGroupFindsItInTheirCalendarNoMore() {
        Account amina = people.carer("Amina");
        Group hidden = making.aHiddenGroup("Zephyrine")
                .withMembers(amina, people.carer("Joe"))
                .there();
        Session session = browsing.as(amina);
        String secret = FeedSecret.fresh();
        session.post("/calendar", "secret", secret);
        String feed = "/calendar/feeds/" + secret + "/calendar.ics";
        assertThat(browsing.signedOut().get(feed).body()).contains("SUMMARY:Zephyrine", hidden.id());
        assertThat(session.post("/groups/" + hidden.id() + "/leave").status()).isEqualTo(303);
        assertThat(browsing.signedOut().get(feed).body())
                .contains("BEGIN:VCALENDAR")
                .doesNotContain("Zephyrine", hidden.id());
    }
}
