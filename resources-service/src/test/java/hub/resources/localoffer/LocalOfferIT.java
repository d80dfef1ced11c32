package hub.resources.localoffer;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Role;
import hub.resources.Desk;
import hub.resources.ResourcesIT;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.People;
import hub.testkit.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The kinship local offer: for everybody, with its fixed topics. */
@ResourcesIT
class LocalOfferIT {
    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Test
    void theOfferIsOpenToAllAndTellsEditorsAloneWhatIsMissing() {
        Session helen = browsing.as(people.with("Helen Marsh", Role.STAFF_EDITOR));
        Session stranger = browsing.signedOut();
        Desk desk = new Desk(helen);
        assertThat(stranger.get("/local-offer").status()).isEqualTo(404);
        assertThat(stranger.get("/library").body()).doesNotContain("href=\"/local-offer\"");

        Page lacking = desk.send("local-offer", "publish", Desk.fields("local-offer", "public", "Our local offer"));
        assertThat(lacking.status()).isEqualTo(422);
        assertThat(lacking.body())
                .contains("href=\"#manager\">" + Words.of("news.manager.missing"))
                .contains("href=\"#reviewBy\">" + Words.of("news.reviewBy.missing"));

        Page saved = desk.send("local-offer", "save", fields());
        assertThat(stranger.get("/local-offer").status()).isEqualTo(404);
        assertThat(helen.get(helen.get("/news/" + Desk.id(saved.location())).location())
                        .body())
                .contains("You may get **help** with rent.");
        Page published = helen.post(
                "/news/" + Desk.id(saved.location()) + "/edit",
                Desk.and(
                        fields(),
                        "version",
                        "0",
                        "formKey",
                        helen.get(saved.location()).formKey(),
                        "act",
                        "publish"));
        assertThat(published.location()).isEqualTo("/local-offer?done=published");
        assertThat(stranger.get("/local-offer").body())
                .contains("<h1>Our local offer</h1>", "Ruth Calder", "Head of kinship care", "og:title")
                .contains("<h2>" + Words.of("localoffer.topic.housing") + "</h2>", "<strong>help</strong>")
                .doesNotContain(Words.of("localoffer.missing"), Words.of("localoffer.topic.legal"), "/edit");
        assertThat(helen.get("/local-offer").body())
                .contains(Words.of("localoffer.missing"), Words.of("localoffer.topic.legal"))
                .contains(Words.of("publishing.edit"));
        assertThat(stranger.get("/library").body()).contains("href=\"/local-offer\"");
        assertThat(stranger.get("/news").body()).doesNotContain("Our local offer");

        String[] next = fields();
        next[1] = "What we offer now";
        assertThat(desk.send("local-offer", "publish", next).location()).isEqualTo("/local-offer?done=published");
        assertThat(stranger.get("/local-offer").body()).contains("<h1>What we offer now</h1>");
        assertThat(helen.get("/news/desk?state=archived").body())
                .as("there is one at a time")
                .contains(">Our local offer</a>")
                .doesNotContain(">What we offer now</a>");
        assertThat(helen.get("/news/desk?state=published").body())
                .contains(">What we offer now</a>")
                .doesNotContain(">Our local offer</a>");
    }

    /** Whoever it is said to be for, it is for everybody. */
    private static String[] fields() {
        return Desk.and(
                Desk.fields("local-offer", "staff", "Our local offer"),
                "housing",
                "You may get **help** with rent.",
                "manager",
                "Ruth Calder",
                "managerRole",
                "Head of kinship care",
                "contact",
                "Ring 01632 960100",
                "reviewBy",
                "2099-01-01");
    }
}
