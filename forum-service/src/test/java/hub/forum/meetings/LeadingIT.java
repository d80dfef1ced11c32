package hub.forum.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.platform.identity.Account;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.Words;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What whoever leads a group looks after: the register, the list of topics, what is printed, one page for all of it. */
@HubIT
class LeadingIT {
    private static int number;

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    GroupMaker making;

    @Autowired
    MeetingMaker meetings;

    private Account amina;
    private Account joe;
    private Session leads;
    private Session member;
    private Group group;

    @BeforeEach
    void aGroup() {
        number++;
        amina = people.carer("Amina " + number);
        joe = people.carer("Joe " + number);
        Account gwen = people.carer("Gwen " + number);
        leads = browsing.as(gwen);
        member = browsing.as(amina);
        group = making.aClosedGroup("Leading " + number)
                .withMembers(amina, joe)
                .facilitatedBy(gwen)
                .there();
    }

    @Test
    void theRegisterIsForThoseWhoLeadAndShowsWhoHasNotBeenForLong() {
        Meeting held = meetings.of(group).called("Old tea").held();
        meetings.reply(held, amina, Reply.Answer.GOING, 1);
        meetings.guest(held, "Ruth", 2);
        String register = held.path() + "/register";
        assertThat(leads.get(register).body()).contains("value=\"" + amina.id() + "\" checked", "value=\"1\"");
        assertThat(leads.post(register, "came", amina.id(), "others", "many").status())
                .isEqualTo(422);
        assertThat(leads.post(register, "came", amina.id(), "came", "nobody-we-know", "others", "3")
                        .status())
                .isEqualTo(303);
        assertThat(leads.get(held.path()).body()).contains(Words.of("meetings.register.people", 4));
        assertThat(member.get(held.path()).body()).doesNotContain(Words.of("meetings.register.people", 4));
        Page lead = leads.get("/meetings/in/" + group.id() + "/lead");
        assertThat(lead.body())
                .contains(joe.name(), Words.of("meetings.lead.away"), Words.of("meetings.lead.figure"))
                .doesNotContain(amina.name());
    }

    @Test
    void aTopicIsProposedOnceAnonymousIfWishedAndBecomesAMeeting() {
        String topics = "/meetings/in/" + group.id() + "/topics";
        String key = member.get(topics).formKey();
        assertThat(member.post(topics, "text", "x", "formKey", key).status()).isEqualTo(422);
        member.post(topics, "text", "Sleep, or the lack of it", "anonymous", "true", "formKey", key);
        member.post(topics, "text", "Sleep, or the lack of it", "anonymous", "true", "formKey", key);
        Page list = leads.get(topics);
        assertThat(list.body())
                .contains(Words.of("meetings.topics.anonymous"))
                .containsOnlyOnce("<p>Sleep, or the lack of it</p>")
                .doesNotContain(amina.name());
        assertThat(leads.get("/meetings/in/" + group.id() + "/lead").body())
                .contains(Words.of("meetings.lead.topics", 1));
        Matcher plan = Pattern.compile("new\\?topic=[0-9a-z]{12}").matcher(list.body());
        assertThat(plan.find()).as(list.body()).isTrue();
        assertThat(leads.get("/meetings/in/" + group.id() + "/" + plan.group()).body())
                .contains("value=\"Sleep, or the lack of it\"");
        String close = topics + "/" + plan.group().substring("new?topic=".length()) + "/close";
        assertThat(browsing.as(joe).post(close).status()).isEqualTo(404);
        assertThat(leads.post(close).status()).isEqualTo(303);
        assertThat(leads.get(topics).body()).contains(Words.of("meetings.topics.none"));
    }

    @Test
    void theSheetHasNamesAndEmptyLinesAndThePosterNoNames() {
        Meeting meeting = meetings.of(group).called("Paper tea").there();
        meetings.reply(meeting, amina, Reply.Answer.GOING, 1);
        meetings.reply(meeting, joe, Reply.Answer.NOT_GOING, 2);
        assertThat(leads.get(meeting.path() + "/sheet").body())
                .contains("Paper tea", amina.name(), "1 adult")
                .doesNotContain(joe.name());
        assertThat(leads.get(meeting.path() + "/poster").body())
                .contains("Paper tea", "Elm Lane Family Hub", "class=\"qr\"", meeting.path())
                .doesNotContain(amina.name());
    }
}
