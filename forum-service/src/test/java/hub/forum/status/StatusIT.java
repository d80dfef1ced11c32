package hub.forum.status;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Role;
import hub.testkit.Browsing;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator sees how each part stands. */
@HubIT
class StatusIT {
    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Test
    void eachPartIsALine() {
        String page = browsing.as(people.with("Ada", Role.ADMINISTRATOR))
                .get("/status")
                .body();
        assertThat(page)
                .contains(
                        Words.of("status.database"),
                        "MongoDB ",
                        Words.of("status.mail.none"),
                        Words.of("status.background.done"),
                        Words.of("status.backup.none"),
                        Words.of("status.search"),
                        "GB are free");
    }
}
