package hub.resources.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoLoader;
import hub.platform.identity.Role;
import hub.resources.Desk;
import hub.resources.ResourcesIT;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Session;
import hub.testkit.People;
import hub.testkit.Words;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ResourcesIT
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoPublicationsIT {
    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    DemoPublications publications;

    @Autowired
    DemoLoader loader;

    @Autowired
    Clock clock;

    Session helen;
    Session carol;

    @BeforeAll
    void peopleOfTheService() {
        helen = browsing.as(people.with("Helen Marsh", Role.STAFF_EDITOR));
        carol = browsing.as(people.with("Carol Fenwick", Role.CARER, Role.KINSHIP_CARER));
    }

    @Test
    void theDemoIsLoadedOnceWithDatesFromNow(CapturedOutput log) {
        load(clock.instant());
        assertThat(log).doesNotContain("Left out of the demo");
        String news = carol.get("/news").body();
        assertThat(news)
                .contains(">Who to ring on bank holidays and over school holidays</a>", Words.of("parts.news.mustRead"))
                // Hours ago: by the clock that is today, yesterday or the day before.
                .containsPattern(">(?:today|yesterday|[A-Z][a-z]+day) at [0-9.]+[ap]m<")
                .contains("You do not. Any kinship family can ring them.", Words.partOf("publishing.updated"));
        assertThat(carol.get("/training").body().split("class=\"day\"", -1)).hasSize(7);
        assertThat(browsing.signedOut().get("/news").body())
                .contains(">Kinship coffee mornings now at three family hubs</a>")
                .doesNotContain("Who to ring on bank holidays");
        String item = "/news/" + news.replaceFirst("(?s).*href=\"/news/([0-9a-z]{12})/who-to-ring.*", "$1");
        assertThat(carol.get(carol.get(item).location()).body()).contains(Words.of("news.by", "Helen Marsh"));

        assertThat(news).doesNotContain("Winter opening hours", "The first hour", "A family map");
        assertThat(helen.get("/news/desk?state=scheduled").body())
                .contains(">Winter opening hours at the family hubs</a>");
        assertThat(helen.get("/news/desk?state=in-review").body()).contains(">The first hour</a>");
        assertThat(helen.get("/news/desk").body())
                .contains(">A family map on the fridge</a>", Words.of("news.desk.sentBack"));
        assertThat(carol.get("/library/a-bag-by-the-door").status()).isEqualTo(200);
        assertThat(browsing.signedOut().get("/campaigns/kinship-care-week").body())
                .contains("<h1>Kinship Care Week</h1>");
        assertThat(browsing.signedOut().get("/local-offer").body()).contains("Ruth Calder");
        assertThat(helen.get("/local-offer").body()).contains(Words.of("localoffer.topic.therapeutic"));

        // An editor puts one away; a later start of the demo does not bring it back, nor put in the others twice.
        helen.post("/news/" + Desk.id(item) + "/archive");
        load(clock.instant().plusSeconds(86_400));
        String later = carol.get("/news").body();
        assertThat(later).doesNotContain("Who to ring on bank holidays");
        assertThat(later.split(">Kinship coffee mornings now at three family hubs</a>", -1))
                .hasSize(2);
    }

    private void load(Instant at) {
        loader.loadOnce(publications, new DemoClock(at)).block();
    }
}
