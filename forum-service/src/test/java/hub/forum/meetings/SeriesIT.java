package hub.forum.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.platform.identity.Account;
import hub.platform.time.Times;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Dates that were made together are changed and cancelled one by one, or all that follow. */
@HubIT
class SeriesIT {
    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    GroupMaker making;

    @Autowired
    MeetingMaker meetings;

    @Autowired
    MeetingStore store;

    private static int number;

    private Account amina;
    private Session leads;
    private Meeting first;
    private List<Meeting> dates;

    @BeforeEach
    void sixWeeksOfTea() {
        number++;
        amina = people.carer("Amina " + number);
        Account gwen = people.carer("Gwen " + number);
        leads = browsing.as(gwen);
        Group group = making.aClosedGroup("Tea")
                .withMembers(amina)
                .facilitatedBy(gwen)
                .there();
        first = meetings.of(group).called("Tea").in(7).there();
        String until = Times.inFull(first.details().wallStart().date().plusWeeks(5));
        Page shown = leads.post(first.path() + "/repeat", "pattern", "weekly", "until", until, "act", "show");
        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        assertThat(shown.body())
                .contains(Words.of("meetings.repeat.dates", 5), until)
                .contains(Times.inFull(first.details().wallStart().date().plusWeeks(1)));
        String[] add = {"pattern", "weekly", "until", until, "act", "add"};
        assertThat(leads.post(first.path() + "/repeat", add).status()).isEqualTo(303);
        assertThat(leads.post(first.path() + "/repeat", add).status()).isEqualTo(303);
        dates = all();
        assertThat(dates).hasSize(6).allMatch(Meeting::on);
    }

    @Test
    void aMovedDateStaysMovedWhenAllThatFollowChange() {
        Meeting third = dates.get(2);
        assertThat(change(third, "one", third.details().wallStart().date().plusDays(1), "5pm")
                        .status())
                .isEqualTo(303);
        Meeting second = dates.get(1);
        browsing.as(amina).post(dates.get(4).path() + "/reply", "answer", "going", "adults", "1");
        Page page = leads.get(second.path() + "/edit");
        assertThat(page.body())
                .contains(Words.of("meetings.series.following", 5), Words.of("meetings.series.people", 1));
        Page changed = change(second, "following", second.details().wallStart().date(), "2.15pm");
        assertThat(changed.status()).as(changed.body()).isEqualTo(303);
        List<Meeting> now = all();
        assertThat(now.get(0).details()).isEqualTo(dates.get(0).details());
        assertThat(now.stream()
                        .map(each -> Times.time(each.details().wallStart().time())))
                .containsExactly(
                        Times.time(first.details().wallStart().time()), "2.15pm", "5pm", "2.15pm", "2.15pm", "2.15pm");
        assertThat(now.get(2).details().wallStart().date())
                .isEqualTo(third.details().wallStart().date().plusDays(1));
        assertThat(now)
                .allMatch(each ->
                        each.id().equals(first.id()) || each.details().title().equals("Cake"));
        await().untilAsserted(() -> assertThat(
                        browsing.as(amina).get("/notifications").body())
                .contains(
                        Words.partOf("meetings.difference.start"),
                        dates.get(4).details().title()));
        assertThat(browsing.as(amina).get(dates.get(4).path()).body()).contains(Words.of("meetings.answer.going"));
    }

    @Test
    void theDayIsChangedOneByOne() {
        Meeting second = dates.get(1);
        Page page =
                change(second, "following", second.details().wallStart().date().plusDays(1), "2.15pm");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains(Words.of("meetings.series.day"));
        assertThat(all()).isEqualTo(dates);
    }

    @Test
    void allThatFollowAreCancelledForOneReason() {
        assertThat(leads.post(dates.get(3).path() + "/cancel", "reason", "Nobody to host", "which", "following")
                        .status())
                .isEqualTo(303);
        assertThat(all().stream().map(Meeting::cancelled)).containsExactly(false, false, false, true, true, true);
    }

    private List<Meeting> all() {
        return Objects.requireNonNull(
                        store.ofSeries(first.id(), "", 100).collectList().block(Duration.ofSeconds(10)))
                .stream()
                .sorted(Comparator.comparing(
                        each -> Objects.requireNonNull(each.series()).planned()))
                .toList();
    }

    private Page change(Meeting meeting, String which, LocalDate day, String starts) {
        return leads.post(
                meeting.path() + "/edit",
                "title",
                which.equals("one") ? "Tea" : "Cake",
                "date",
                Times.inFull(day),
                "starts",
                starts,
                "ends",
                "11pm",
                "hub",
                meeting.details().hub(),
                "children",
                "yes",
                "which",
                which,
                "version",
                Integer.toString(
                        Objects.requireNonNull(store.toChange(meeting.id()).block(Duration.ofSeconds(10)))
                                .version()));
    }
}
