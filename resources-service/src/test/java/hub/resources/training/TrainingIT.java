package hub.resources.training;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Role;
import hub.resources.Desk;
import hub.resources.ResourcesIT;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.People;
import hub.testkit.Words;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

@ResourcesIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingIT {
    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    Desk desk;
    Session amina;

    @BeforeAll
    void peopleOfTheService() {
        desk = new Desk(browsing.as(people.with("Helen", Role.STAFF_EDITOR)));
        amina = browsing.as(people.carer("Amina"));
    }

    @Test
    void theNoticeSaysTheFactsFirst() {
        String path = desk.publishes("training-notice", "carers", "Recording made easier");
        assertThat(path).startsWith("/training/");
        assertThat(amina.get(path).body())
                .contains("<h1>Recording made easier</h1>", "Tuesday 4 December 2096", "10am to 12.30pm")
                .contains("Larkhill Family Hub", "14 places", Words.of("training.counts", "2.5", 2.5))
                .contains("href=\"tel:01632960180\">01632 960180</a> or reply to your SSW")
                .contains("href=\"/library/standards/2\">2 Your role as a carer</a>")
                .contains("href=\"/library/standards/4\">4 Communicate well</a>");
    }

    @Test
    void theListGoesByDateAndLeavesOutWhatIsOver() {
        at("Later than that", "2090-02-01");
        at("Sooner than all", "2090-01-06");
        String over = at("Long over", "2020-01-04");
        String list = amina.get("/training").body();
        assertThat(list.indexOf(">Sooner than all</a>")).isPositive().isLessThan(list.indexOf(">Later than that</a>"));
        assertThat(list).doesNotContain("Long over").contains("Friday 6 January 2090, 10am to 12.30pm");
        assertThat(amina.get(over).body())
                .contains(Words.of("training.over"))
                .doesNotContain("tel:01632960180\">01632 960180</a> or reply");
    }

    @Test
    void aNoticeIsFoundByItsIdWhateverElseTheAddressSays() {
        String path = desk.publishes("training-notice", "carers", "Found by its id");
        String id = Desk.id(path);
        assertThat(amina.get("/training/" + id).location()).isEqualTo(path);
        assertThat(amina.get("/training/" + id + "/something-else").location()).isEqualTo(path);
        assertThat(amina.get("/news/" + id + "/found-by-its-id").location()).isEqualTo(path);
        assertThat(amina.get("/training/zzzzzzzzzzzz").status()).isEqualTo(404);
    }

    @Test
    void timesAreThoseOnTheWallInSummerToo() {
        String path = at("In the summer", "2096-07-03");
        assertThat(amina.get(path).body()).contains("Tuesday 3 July 2096", "10am to 12.30pm", "2096");
        Page form = desk.editor().get("/news/" + Desk.id(path) + "/edit");
        assertThat(form.body()).contains("value=\"Tuesday 3 July 2096\"", "value=\"10am\"", "value=\"12.30pm\"");
    }

    @Test
    void thePagesOfTheListDoNotRepeatOrSkip() {
        for (int i = 0; i < 23; i++) {
            at("On one day %02d".formatted(i), "2091-05-05");
        }
        StringBuilder all = new StringBuilder();
        String next = "/training";
        while (next.startsWith("/training")) {
            String body = amina.get(next.replace("&amp;", "&")).body();
            all.append(body);
            next = body.replaceFirst("(?s).*href=\"(/training[?]after=[^\"]*)\".*", "$1");
        }
        for (int i = 0; i < 23; i++) {
            assertThat(all.toString().split(">On one day %02d</a>".formatted(i), -1))
                    .hasSize(2);
        }
    }

    @Test
    void aTimeThatTheClocksPassOverIsSaidBesideItsField() {
        Page sent = desk.send("training-notice", "publish", fields("Early", "date", "28/3/27", "starts", "1.30am"));
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body())
                .contains("href=\"#starts\">" + Words.of("calendar.noSuchTime", "1.30am", "Sunday 28 March 2027", "1am")
                        + "</a>")
                .contains("value=\"Sunday 28 March 2027\"", "value=\"1.30am\"");
    }

    @Test
    void aTimeThatComesTwiceIsTheFirstAndTheNoticeSaysSo() {
        Page sent = desk.send("training-notice", "publish", fields("Late", "date", "31/10/27", "starts", "1.30am"));
        String path = sent.location().replaceFirst("[?].*", "");
        assertThat(amina.get(path).body()).contains(Words.of("calendar.twice", "1.30am"));
        assertThat(amina.get(calendarOf(path)).body()).contains("DTSTART;TZID=Europe/London:20271031T013000");
    }

    @Test
    void editorsAreToldOfABankHoliday() {
        String path = at("On Boxing Day", "2028-12-26");
        String said = Words.of("publishing.bankHoliday", "Boxing Day");
        assertThat(desk.editor().get(path).body()).contains(said);
        assertThat(amina.get(path).body()).doesNotContain(said);
        assertThat(desk.editor().get(at("After it", "2028-12-27")).body())
                .doesNotContain(Words.partOf("publishing.bankHoliday"));
    }

    @Test
    void whatIsTypedAsPeopleSpeakIsShownInFull() {
        Page sent = desk.send(
                "training-notice",
                "save",
                fields("As people speak", "date", "3rd of June 2097", "starts", "half past three", "ends", "5"));
        assertThat(desk.editor().get(sent.location()).body())
                .contains("value=\"Monday 3 June 2097\"", "value=\"3.30pm\"", "value=\"5pm\"");
        Page wrong = desk.send(
                "training-notice",
                "save",
                fields("Not understood", "date", "31 June", "starts", "seven", "ends", "tea time"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains(Words.of("parts.date.noSuchDay", "June"), Words.of("parts.time.half", "seven"))
                .contains(Words.of("parts.time.unclear"), "value=\"31 June\"", "value=\"tea time\"");
    }

    @Test
    void aDateGoesIntoOnesOwnCalendar() {
        String path = at("Into, my calendar", "2096-07-03");
        assertThat(amina.get(path).body()).contains("href=\"" + calendarOf(path) + "\"");
        Page file = amina.get(calendarOf(path));
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.headers().get("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(file.headers().get("Content-Disposition")).isEqualTo("attachment; filename=\"training.ics\"");
        assertThat(file.body())
                .contains("DTSTART;TZID=Europe/London:20960703T100000\r\n")
                .contains("DTEND;TZID=Europe/London:20960703T123000\r\n")
                .contains("SUMMARY:Into\\, my calendar\r\n", "LOCATION:Larkhill Family Hub\r\n", "SEQUENCE:0\r\n");
    }

    private static String calendarOf(String path) {
        return "/training/" + Desk.id(path) + "/calendar.ics";
    }

    private String at(String title, String date) {
        Page sent = desk.send("training-notice", "publish", fields(title, "date", date));
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        return sent.location().replaceFirst("[?].*", "");
    }

    /** A notice for carers with some of its fields answered otherwise. */
    private static String[] fields(String title, String... otherwise) {
        String[] fields = Desk.fields("training-notice", "carers", title);
        for (int change = 0; change < otherwise.length; change += 2) {
            for (int i = 0; i < fields.length; i += 2) {
                if (fields[i].equals(otherwise[change])) {
                    fields[i + 1] = otherwise[change + 1];
                }
            }
        }
        return fields;
    }
}
