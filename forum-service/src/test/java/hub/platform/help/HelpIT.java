package hub.platform.help;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.ForumService;
import hub.platform.identity.Role;
import hub.platform.site.Site;
import hub.testkit.Browsing;
import hub.testkit.HubIT;
import hub.testkit.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

/** Whom to ring, and who may have which number. */
@HubIT
@ContextConfiguration(classes = ForumService.class)
class HelpIT {
    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    Site site;

    @Test
    void everybodyHasTheNumbersToRing() {
        String page = browsing.signedOut().get("/help").body();
        assertThat(page)
                .contains(
                        "tel:999",
                        site.help().dutyTeam().hours(),
                        site.help().lado().name());
        assertThat(browsing.signedOut().get("/about/how").body())
                .contains("href=\"/help\"", "tel:999", site.help().dutyTeam().number());
    }

    @Test
    void theHubCarerOnCallIsForCarersAlone() {
        String number = site.help().onCall().number();
        var carer = browsing.as(people.carer("Amina"));
        assertThat(carer.get("/help").body()).contains(number);
        assertThat(carer.get("/").body()).contains(number);
        var editor = browsing.as(people.with("Helen", Role.STAFF_EDITOR));
        assertThat(editor.get("/help").body()).doesNotContain(number);
        assertThat(editor.get("/").body()).doesNotContain(number);
        assertThat(browsing.signedOut().get("/help").body()).doesNotContain(number);
    }

    @Test
    void theStyleGuideIsNotThereUnlessItIsAskedFor() {
        assertThat(browsing.as(people.carer("Joe")).get("/styleguide").status()).isEqualTo(404);
    }
}
