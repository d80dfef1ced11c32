package hub.forum.constellations;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The demo's constellations have activities and links, each seen by those whom it concerns. */
@HubIT
class ConstellationsDemoIT {
    private static final String LARKHILL = "/constellations/larkhill-constellation";

    @Autowired
    List<DemoContent> contents;

    @Autowired
    Accounts accounts;

    @Autowired
    Browsing browsing;

    private Session as(String account) {
        Account found = accounts.approved(account).block(Duration.ofSeconds(10));
        return browsing.as(Objects.requireNonNull(found));
    }

    private void load(String name, DemoClock clock) {
        contents.stream()
                .filter(content -> content.name().equals(name))
                .findFirst()
                .orElseThrow()
                .load(clock)
                .block(Duration.ofSeconds(120));
    }

    @Test
    void activitiesAndLinksAreAliveAndLoadingThemAgainChangesNothing() {
        DemoClock clock = new DemoClock(Instant.now());
        for (String name : List.of(
                "community",
                "constellations-homes",
                "constellations-activities",
                "constellations-activities",
                "constellations-links",
                "constellations-links",
                "networks")) {
            load(name, clock);
        }
        assertThat(as("dawn-pickering").get(LARKHILL).body())
                .contains("Winter walk and hot chocolate", "Swimming for brothers and sisters");
        assertThat(as("leroy-bennett").get(LARKHILL).body())
                .contains("Winter walk and hot chocolate")
                .doesNotContain("Swimming for brothers and sisters");
        assertThat(as("priya-nair").get(LARKHILL + "/links").body()).contains("Dawn Pickering", "Michael Doyle");
        assertThat(as("tasneem-akhtar").get(LARKHILL + "/links").body())
                .contains("Ramadan", Words.of("constellations.links.proposed"))
                .doesNotContain("Michael Doyle");
        assertThat(as("dawn-pickering").get("/networks").status()).isEqualTo(200);
    }
}
