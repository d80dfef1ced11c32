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
        assertThat(form.body()).contains("value=\"2096-07-03\"", "value=\"10:00\"", "value=\"12:30\"");
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

    private String at(String title, String date) {
        String[] fields = Desk.fields("training-notice", "carers", title);
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equals("date")) {
                fields[i + 1] = date;
            }
        }
        Page sent = desk.send("training-notice", "publish", fields);
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        return sent.location().replaceFirst("[?].*", "");
    }
}
