package hub.resources.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Role;
import hub.platform.time.Times;
import hub.resources.Desk;
import hub.resources.ResourcesIT;
import hub.resources.audiences.Audience;
import hub.resources.library.Guides;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.People;
import hub.testkit.TestClock;
import hub.testkit.Words;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** A week such as Kinship Care Week, and its story afterwards. */
@ResourcesIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampaignIT {
    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    Guides guides;

    @Autowired
    TestClock clock;

    Session helen;
    Session amina;
    Desk desk;

    @BeforeAll
    void peopleOfTheService() {
        helen = browsing.as(people.with("Helen Marsh", Role.STAFF_EDITOR));
        amina = browsing.as(people.carer("Amina"));
        desk = new Desk(helen);
    }

    @Test
    void aCampaignGathersWhatItsReaderMayRead() {
        String chosen = desk.publishes("best-practice", "public", "Chosen by the editors");
        String forCarers = desk.publishes("news", "carers", "Of its days, for carers");
        String guide = guides.aGuideFor(Audience.PUBLIC);
        String guideForStaff = guides.aGuideFor(Audience.STAFF);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Times.LONDON);
        Page sent = desk.send(
                "campaign",
                "publish",
                Desk.and(
                        Desk.fields("campaign", "public", "Kinship Care Week"),
                        "from",
                        // The news of the test may be of yesterday by the time it is read.
                        today.minusDays(2).toString(),
                        "to",
                        today.plusDays(5).toString(),
                        "pages",
                        "https://hub.example.org" + chosen + "\n/library/" + guide + "\n/library/" + guideForStaff));
        assertThat(sent.location()).as(sent.body()).isEqualTo("/campaigns/kinship-care-week?done=published");
        Page page = browsing.signedOut().get("/campaigns/kinship-care-week");
        assertThat(page.body())
                .contains("<h1>Kinship Care Week</h1>", ">Chosen by the editors</a>", "/library/" + guide + "\"")
                .contains(Words.of("campaigns.when.on", "", Times.inFull(today.plusDays(5))))
                .contains("og:title")
                .doesNotContain("Of its days, for carers", guideForStaff);
        assertThat(amina.get("/campaigns/kinship-care-week").body()).contains(">Of its days, for carers</a>");
        assertThat(browsing.signedOut().get("/campaigns").body()).contains(">Kinship Care Week</a>");
        assertThat(browsing.signedOut().get("/news").body()).contains("/campaigns/kinship-care-week\"");
        assertThat(forCarers).startsWith("/news/");

        clock.forward(java.time.Duration.ofDays(7));
        assertThat(browsing.signedOut().get("/campaigns/kinship-care-week").body())
                .as("its story stays")
                .contains("<h1>Kinship Care Week</h1>", ">Chosen by the editors</a>")
                .contains(Words.of(
                        "campaigns.when.over", Times.inFull(today.minusDays(2)), Times.inFull(today.plusDays(5))));
    }

    @Test
    void whatIsWrongWithItsDaysOrPagesIsSaid() {
        Page sent = desk.send(
                "campaign",
                "publish",
                Desk.and(
                        Desk.fields("campaign", "carers", "A long week"),
                        "from",
                        "2096-10-08",
                        "to",
                        "2096-12-08",
                        "pages",
                        "https://elsewhere.example.org/news"));
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body())
                .contains("href=\"#to\">" + Words.of("news.to.long", 31))
                .contains("href=\"#pages\">" + Words.partOf("news.pages.strange"))
                .contains("https://elsewhere.example.org/news</textarea>");
        assertThat(desk.send("campaign", "publish", Desk.fields("campaign", "carers", "No days"))
                        .body())
                .contains("href=\"#from\">" + Words.of("news.from.missing"));
    }
}
