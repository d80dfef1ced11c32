package hub.resources;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.calendar.FeedSecret;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Session;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Nobody keeps the hub busy by trying addresses of calendars. */
@ResourcesIT
@TestPropertySource(properties = "hearth.calendar.reads=3")
class CalendarLimitIT {
    @Autowired
    Browsing browsing;

    @Test
    void oneNetworkReadsCalendarsSoOften() {
        Session program = browsing.signedOut();
        for (int i = 0; i < 3; i++) {
            assertThat(program.get("/calendar/feeds/" + FeedSecret.fresh() + "/calendar.ics")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(program.get("/calendar/feeds/" + FeedSecret.fresh() + "/calendar.ics")
                        .status())
                .isEqualTo(429);
        assertThat(program.get("/calendar/feeds/" + FeedSecret.fresh() + "/entries")
                        .status())
                .isEqualTo(429);
    }
}
