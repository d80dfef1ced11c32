package hub.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On an old phone without JavaScript: a kinship carer without an account comes to a cluster; a facilitator plans half a year. */
@Timeout(180)
@SuppressWarnings("try")
class MeetingsBrowserIT {
    @TempDir
    static Path data;

    @AutoClose
    private static HubAndBrowser running;

    @BeforeAll
    static void start() throws Exception {
        running = HubAndBrowser.start(data);
    }

    private static Visitor oldPhone() {
        return Visitor.with(
                running.chromium(),
                running.origin(),
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(320, 568));
    }

    @Test
    void aKinshipCarerWithoutAnAccountFindsTheNextDateAndComes() {
        Visitor carer = oldPhone();
        carer.open("/");
        carer.link("See when and where").click();
        carer.link("Riverside cluster").click();
        assertThat(carer.title()).hasText("Riverside cluster");
        carer.link("Say that you are coming").click();
        assertThat(carer.page().getByText("Ring the bell marked Hub")).isVisible();
        carer.type("Your first name", "Ruthie");
        carer.type("Your email address", "ruthie@example.org");
        carer.button("Send me the link").click();
        assertThat(carer.title()).hasText("Look at your email");
        carer.link("Open the link").click();
        carer.button("Yes, I am coming").click();
        assertThat(carer.title()).hasText("You are coming");
        fits(carer);
        carer.button("I am not coming").click();
        assertThat(carer.title()).hasText("Your answer is deleted");
    }

    @Test
    void aFacilitatorPlansHalfAYearFromAPhone() {
        Visitor gwen = oldPhone().signedInAs("Gwen Hughes");
        gwen.open("/meetings/in/larkhill-cluster/new");
        gwen.type("What is it called?", "Evening on the hill");
        gwen.type("Which day?", "3 February");
        gwen.type("When does it start?", "half past six");
        gwen.type("When does it end?", "8pm");
        gwen.page().getByLabel("Where?").selectOption("larkhill-family-hub");
        gwen.button("Publish").click();
        assertThat(gwen.title()).hasText("Evening on the hill");
        assertThat(gwen.page().getByText("6.30pm to 8pm")).isVisible();
        gwen.link("Repeat this meeting").click();
        gwen.page().getByLabel("Each month on day 3").check();
        gwen.page().getByLabel("April").check();
        gwen.button("Show the dates").click();
        Locator dates = gwen.page().locator("main ol li");
        assertThat(dates.count()).isEqualTo(5);
        fits(gwen);
        gwen.button("Publish these dates").click();
        assertThat(gwen.page().locator("main h3", new Page.LocatorOptions().setHasText("Evening on the hill")))
                .hasCount(6);
        fits(gwen);
    }

    private static void fits(Visitor visitor) {
        assertThat(visitor.page().locator("body").boundingBox().width).isLessThanOrEqualTo(320);
    }
}
