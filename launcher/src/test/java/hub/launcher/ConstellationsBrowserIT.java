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

/** On a phone without JavaScript: a carer at night sees whom to ring and asks for help; the hub carer says yes in two taps. */
@Timeout(180)
@SuppressWarnings("try")
class ConstellationsBrowserIT {
    private static final int WIDTH = 390;
    private static final int HEIGHT = 844;

    @TempDir
    static Path data;

    @AutoClose
    private static HubAndBrowser running;

    @BeforeAll
    static void start() throws Exception {
        running = HubAndBrowser.start(data);
    }

    private static Visitor phone() {
        return Visitor.with(
                running.chromium(),
                running.origin(),
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(WIDTH, HEIGHT));
    }

    @Test
    void aCarerAtNightSeesWhomToRingAndTheHubCarerSaysYesInTwoTaps() {
        Visitor tasneem = phone().signedInAs("Tasneem Akhtar");
        tasneem.open("/");
        assertThat(tasneem.page().locator(".on-call a[href^='tel:']").first()).isVisible();
        tasneem.open("/constellations");
        Locator call = tasneem.page().locator("main .on-call a[href^='tel:']").first();
        assertThat(call).isVisible();
        assertThat(call.boundingBox().y + call.boundingBox().height).isLessThan(HEIGHT);
        fits(tasneem);
        tasneem.link("Ask for a sleepover").click();
        tasneem.page().getByLabel("No, it is an emergency. I phone as well").check();
        tasneem.page().getByLabel("Over night").check();
        tasneem.type("Which day?", "tomorrow");
        tasneem.page().getByLabel("5 to 10").check();
        tasneem.page().getByLabel("It is in the plan").check();
        fits(tasneem);
        tasneem.page().locator("main form button").last().click();
        assertThat(tasneem.page().getByText("This cannot wait. Phone as well.")).isVisible();
        fits(tasneem);

        Visitor marion = phone().signedInAs("Marion Whitlock");
        marion.open("/");
        marion.page()
                .locator("main li", new Page.LocatorOptions().setHasText("Emergency"))
                .locator("a")
                .first()
                .click();
        marion.button("Yes, they can come").click();
        assertThat(marion.page()
                        .locator("main .govuk-tag", new Page.LocatorOptions().setHasText("Agreed"))
                        .first())
                .isVisible();
        fits(marion);
        tasneem.page().reload();
        assertThat(tasneem.page().getByText("Marion Whitlock").first()).isVisible();
    }

    private static void fits(Visitor visitor) {
        assertThat(visitor.page().locator("body").boundingBox().width).isLessThanOrEqualTo(WIDTH);
    }
}
